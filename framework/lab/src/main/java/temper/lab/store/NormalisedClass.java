package temper.lab.store;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The code of a class without what does not change what it does.
 *
 * <p>Each member is written to a small class of its own, whose constant pool then holds only what
 * the member uses, in the order of use; these are hashed in the order of their names. Bodies of
 * lambdas are named by {@link LambdaNames}.
 *
 * @param hash SHA-256 in hexadecimal digits
 * @param references internal names of all classes that it names
 * @param interfaces internal names of the interfaces that it names as its own
 */
record NormalisedClass(String hash, SortedSet<String> references, List<String> interfaces) {

  private static final int API = Opcodes.ASM9;
  private static final int CLASS_TAG = 7;
  private static final int NAME_AND_TYPE_TAG = 12;
  private static final int METHOD_TYPE_TAG = 16;

  static NormalisedClass of(byte[] code) {
    ClassReader reader = new ClassReader(code);
    Members members = new Members(LambdaNames.of(reader));
    reader.accept(members, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    MessageDigest digest = CodeFingerprint.sha256();
    members
        .parts()
        .forEach(
            (name, bytes) -> {
              digest.update(CsvLine.utf8(name));
              digest.update(bytes);
            });
    return new NormalisedClass(
        HexFormat.of().formatHex(digest.digest()),
        references(reader),
        List.of(reader.getInterfaces()));
  }

  private static SortedSet<String> references(ClassReader reader) {
    SortedSet<String> names = new TreeSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      // A long or double takes two places, of which the second is empty.
      int tag = at == 0 ? 0 : reader.readByte(at - 1);
      switch (tag) {
        case CLASS_TAG -> add(Type.getObjectType(reader.readUTF8(at, buffer)), names);
        case NAME_AND_TYPE_TAG -> addDescriptor(reader.readUTF8(at + 2, buffer), names);
        case METHOD_TYPE_TAG -> addDescriptor(reader.readUTF8(at, buffer), names);
        default -> {
          // Names no class.
        }
      }
    }
    return names;
  }

  private static void addDescriptor(String descriptor, SortedSet<String> names) {
    if (descriptor.startsWith("(")) {
      add(Type.getReturnType(descriptor), names);
      for (Type type : Type.getArgumentTypes(descriptor)) {
        add(type, names);
      }
    } else {
      add(Type.getType(descriptor), names);
    }
  }

  private static void add(Type type, SortedSet<String> names) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    if (element.getSort() == Type.OBJECT) {
      names.add(element.getInternalName());
    }
  }

  /** Writes each member to a class of its own. */
  private static final class Members extends ClassVisitor {

    private final SortedMap<String, ClassWriter> writers = new TreeMap<>();
    private final List<String> header = new ArrayList<>();
    private final LambdaNames lambdas;

    Members(LambdaNames lambdas) {
      super(API);
      this.lambdas = lambdas;
    }

    SortedMap<String, byte[]> parts() {
      SortedMap<String, byte[]> parts = new TreeMap<>();
      parts.put("", CsvLine.utf8(String.join("\n", header)));
      writers.forEach((name, writer) -> parts.put(name, writer.toByteArray()));
      return parts;
    }

    private ClassWriter writer(String member) {
      ClassWriter writer = new ClassWriter(0);
      writer.visit(Opcodes.V17, 0, "Member", null, "java/lang/Object", null);
      writers.put(member, writer);
      return writer;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      header.add(access + " " + name + " " + superName);
      header.add(interfaces == null ? "" : String.join(",", interfaces));
    }

    @Override
    public FieldVisitor visitField(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        @Nullable Object value) {
      return writer("field " + name + " " + descriptor)
          .visitField(access, name, descriptor, null, value);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      String lasting = lambdas.name(name, descriptor);
      MethodVisitor to =
          writer("method " + lasting + " " + descriptor)
              .visitMethod(access, lasting, descriptor, null, exceptions);
      return new MethodVisitor(API, to) {
        @Override
        public void visitInvokeDynamicInsn(
            String call, String type, Handle bootstrap, Object... arguments) {
          Object[] renamed = arguments.clone();
          for (int i = 0; i < renamed.length; i++) {
            if (renamed[i] instanceof Handle handle) {
              renamed[i] = lambdas.handle(handle);
            }
          }
          super.visitInvokeDynamicInsn(call, type, bootstrap, renamed);
        }
      };
    }
  }
}
