package temper.lab.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Names for the methods that hold the bodies of lambdas. Compilers number them as they like; here
 * they are numbered in the order in which they are used, beginning with the methods that have names
 * of their own in alphabetical order.
 */
final class LambdaNames extends ClassVisitor {

  private static final String PREFIX = "lambda$";

  private final SortedMap<String, List<String>> uses = new TreeMap<>();
  private final Map<String, String> names = new HashMap<>();
  private String owner = "";

  private LambdaNames() {
    super(Opcodes.ASM9);
  }

  static LambdaNames of(ClassReader reader) {
    LambdaNames lambdas = new LambdaNames();
    reader.accept(lambdas, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    lambdas.uses.keySet().stream()
        .filter(method -> !method.startsWith(PREFIX))
        .forEach(lambdas::number);
    return lambdas;
  }

  private void number(String method) {
    for (String lambda : uses.getOrDefault(method, List.of())) {
      if (!names.containsKey(lambda)) {
        names.put(lambda, PREFIX + names.size());
        number(lambda);
      }
    }
  }

  /** The name of a method, which is its own unless it is the body of a lambda. */
  String name(String name, String descriptor) {
    return names.getOrDefault(name + descriptor, name);
  }

  /** A handle with the name of its method. */
  Handle handle(Handle handle) {
    return handle.getOwner().equals(owner)
        ? new Handle(
            handle.getTag(),
            owner,
            name(handle.getName(), handle.getDesc()),
            handle.getDesc(),
            handle.isInterface())
        : handle;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    owner = name;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    List<String> used = new ArrayList<>();
    uses.put(name + descriptor, used);
    return new MethodVisitor(Opcodes.ASM9) {
      @Override
      public void visitInvokeDynamicInsn(
          String call, String type, Handle bootstrap, Object... arguments) {
        for (Object argument : arguments) {
          if (argument instanceof Handle handle
              && handle.getOwner().equals(owner)
              && handle.getName().startsWith(PREFIX)) {
            used.add(handle.getName() + handle.getDesc());
          }
        }
      }
    };
  }
}
