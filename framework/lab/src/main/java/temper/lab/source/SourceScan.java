package temper.lab.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Takes a file that the compiler has understood apart into its parts. */
final class SourceScan {

  private final Trees trees;
  private final Elements elements;
  private final CompilationUnitTree file;
  private final String text;
  private final Map<Element, SourceParts.Part> partOf = new HashMap<>();
  private final SourceParts parts = new SourceParts();

  private SourceScan(JavacTask task, CompilationUnitTree file, String text) {
    this.trees = Trees.instance(task);
    this.elements = task.getElements();
    this.file = file;
    this.text = text;
  }

  /**
   * Takes a file apart.
   *
   * @param task a task that has analysed the file without errors, and has not yet made code of it
   * @param text the text of the file
   */
  static SourceParts of(JavacTask task, CompilationUnitTree file, String text) {
    SourceScan scan = new SourceScan(task, file, text);
    scan.new Declarations().scan(file, null);
    new SourceUses(scan.trees, scan.elements, scan.partOf, scan.parts).scan(file, null);
    return scan.parts;
  }

  /** Makes the parts. */
  private final class Declarations extends TreePathScanner<@Nullable Void, @Nullable Void> {

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
      Element element = trees.getElement(getCurrentPath());
      if (element instanceof TypeElement type && isOutsideOfMethods(type)) {
        declare(tree, type);
      }
      return super.visitClass(tree, null);
    }

    private void declare(ClassTree tree, TypeElement type) {
      String name = elements.getBinaryName(type).toString();
      parts.declare(name, positions().getStartPosition(file, tree));
      StringBuilder own = new StringBuilder();
      long from = positions().getStartPosition(file, tree);
      boolean apart = tree.getMembers().stream().noneMatch(SourceScan::isStaticBlock);
      for (Tree member : tree.getMembers()) {
        Element element = trees.getElement(new TreePath(getCurrentPath(), member));
        if (apart && isStaticConstant(member, element)) {
          partOf.put(element, new SourceParts.Part(name, textOf(member)));
        } else if (isMethod(member, element) || isClass(member)) {
          own.append(text, (int) from, (int) positions().getStartPosition(file, member))
              .append(' ');
          from = positions().getEndPosition(file, member);
          if (isMethod(member, element)) {
            partOf.put(element, new SourceParts.Part(name, textOf(member)));
          }
        }
      }
      own.append(text, (int) from, (int) positions().getEndPosition(file, tree));
      partOf.put(type, new SourceParts.Part(name, own.toString()));
    }

    private SourcePositions positions() {
      return trees.getSourcePositions();
    }

    private String textOf(Tree tree) {
      return text.substring(
          (int) positions().getStartPosition(file, tree),
          (int) positions().getEndPosition(file, tree));
    }
  }

  private static boolean isOutsideOfMethods(TypeElement type) {
    for (Element around = type; around != null; around = around.getEnclosingElement()) {
      if (around.getKind() == ElementKind.PACKAGE) {
        return true;
      }
      if (!(around instanceof TypeElement named) || named.getSimpleName().length() == 0) {
        return false;
      }
    }
    return false;
  }

  /** What a block does to constants is known by the whole class. */
  private static boolean isStaticBlock(Tree member) {
    return member instanceof BlockTree block && block.isStatic();
  }

  /** A constant stands in the text of its class too, but can be used without it. */
  private static boolean isStaticConstant(Tree member, @Nullable Element element) {
    return member instanceof VariableTree variable
        && element != null
        && element.getKind() == ElementKind.FIELD
        && element.getModifiers().containsAll(Set.of(Modifier.STATIC, Modifier.FINAL))
        && variable.getInitializer() != null;
  }

  /** A method that is written in the file; constructors belong to their class. */
  private boolean isMethod(Tree member, @Nullable Element element) {
    return member instanceof MethodTree
        && element != null
        && element.getKind() == ElementKind.METHOD
        && elements.getOrigin(element) == Elements.Origin.EXPLICIT;
  }

  private static boolean isClass(Tree member) {
    return member instanceof ClassTree;
  }
}
