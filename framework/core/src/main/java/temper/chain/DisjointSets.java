package temper.chain;

/** Union by size with path halving. */
final class DisjointSets {

  private final int[] parent;
  private final int[] size;

  DisjointSets(int n) {
    parent = new int[n];
    size = new int[n];
    for (int i = 0; i < n; i++) {
      parent[i] = i;
      size[i] = 1;
    }
  }

  /** The representative of the set of an element. */
  int find(int element) {
    int node = element;
    while (parent[node] != node) {
      parent[node] = parent[parent[node]];
      node = parent[node];
    }
    return node;
  }

  /** Joins the sets of two elements; false if they were one set already. */
  boolean union(int a, int b) {
    int first = find(a);
    int second = find(b);
    if (first == second) {
      return false;
    }
    boolean swap = size[first] < size[second];
    int root = swap ? second : first;
    int child = swap ? first : second;
    parent[child] = root;
    size[root] += size[child];
    return true;
  }
}
