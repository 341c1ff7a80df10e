package temper.lab.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which parts of a file use which, and which classes elsewhere.
 *
 * <p>A class uses its methods and constants, and whatever it names. A class that is extended or
 * implemented uses those that do so: which of them runs is known only then. What an object is made
 * of decides what it does, so that parts that make objects with arguments, or change them, are kept
 * as makers of their class.
 */
final class SourceUses extends TreePathScanner<@Nullable Void, @Nullable Void> {

  /** What a method or lambda has for itself, so that it is in the text of the part. */
  private static final Set<ElementKind> WITHIN =
      EnumSet.of(
          ElementKind.LOCAL_VARIABLE,
          ElementKind.PARAMETER,
          ElementKind.EXCEPTION_PARAMETER,
          ElementKind.RESOURCE_VARIABLE,
          ElementKind.BINDING_VARIABLE,
          ElementKind.TYPE_PARAMETER,
          ElementKind.PACKAGE,
          ElementKind.MODULE);

  private final Trees trees;
  private final Elements elements;
  private final Map<Element, SourceParts.Part> partOf;
  private final SourceParts parts;
  private SourceParts.@Nullable Part current;

  /**
   * A scanner of a file.
   *
   * @param partOf the parts of the file by what they declare
   * @param parts takes what is found
   */
  SourceUses(
      Trees trees, Elements elements, Map<Element, SourceParts.Part> partOf, SourceParts parts) {
    this.trees = trees;
    this.elements = elements;
    this.partOf = partOf;
    this.parts = parts;
  }

  @Override
  public @Nullable Void visitCompilationUnit(CompilationUnitTree tree, @Nullable Void none) {
    return scan(tree.getTypeDecls(), null); // What an import names counts where it is used.
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void none) {
    Element element = trees.getElement(getCurrentPath());
    SourceParts.Part around = current;
    SourceParts.Part own = partOf.get(element);
    current = own == null ? around : own;
    if (element instanceof TypeElement type && current != null) {
      parts.add(name(type), current);
      link(type, current);
    }
    super.visitClass(tree, null);
    current = around;
    return null;
  }

  private void link(TypeElement type, SourceParts.Part own) {
    linkSupertype(type, type.getSuperclass(), own);
    type.getInterfaces().forEach(one -> linkSupertype(type, one, own));
    for (Element member : type.getEnclosedElements()) {
      SourceParts.Part part = member instanceof TypeElement ? null : partOf.get(member);
      if (part != null) {
        own.uses(part);
      }
    }
  }

  private void linkSupertype(TypeElement type, TypeMirror mirror, SourceParts.Part own) {
    if (mirror instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement supertype
        && partOf.containsKey(supertype)) {
      partOf.get(supertype).uses(own);
      parts.derives(name(type), name(supertype));
    }
  }

  private String name(TypeElement type) {
    return elements.getBinaryName(type).toString();
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void none) {
    return within(() -> super.visitMethod(tree, null));
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void none) {
    return within(() -> super.visitVariable(tree, null));
  }

  private @Nullable Void within(Runnable visit) {
    SourceParts.Part around = current;
    SourceParts.Part own = partOf.get(trees.getElement(getCurrentPath()));
    current = own == null ? around : own;
    visit.run();
    current = around;
    return null;
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void none) {
    refer(trees.getElement(getCurrentPath()));
    return super.visitIdentifier(tree, null);
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void none) {
    refer(trees.getElement(getCurrentPath()));
    return isQualifier(tree.getExpression()) ? null : super.visitMemberSelect(tree, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void none) {
    Element element = trees.getElement(getCurrentPath());
    refer(element);
    made(element);
    boolean constructs = tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
    return !constructs && isQualifier(tree.getQualifierExpression())
        ? null
        : super.visitMemberReference(tree, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void none) {
    if (!tree.getArguments().isEmpty()) {
      made(trees.getElement(getCurrentPath()));
    }
    return super.visitNewClass(tree, null);
  }

  /** Whether an expression is the name of a class of the file, before the name of its member. */
  private boolean isQualifier(Tree expression) {
    Element element = trees.getElement(new TreePath(getCurrentPath(), expression));
    return element instanceof TypeElement && partOf.containsKey(element);
  }

  /** An object of a class of the file may be made or changed here, by a member of its class. */
  private void made(@Nullable Element member) {
    SourceParts.Part here = current;
    if (member != null
        && here != null
        && member.getEnclosingElement() instanceof TypeElement type
        && partOf.containsKey(type)) {
      parts.makes(here, name(type));
    }
  }

  private void refer(@Nullable Element element) {
    SourceParts.Part here = current;
    if (element == null || here == null || WITHIN.contains(element.getKind())) {
      return;
    }
    for (Element around = element; around != null; around = around.getEnclosingElement()) {
      SourceParts.Part part = partOf.get(around);
      if (part != null) {
        here.names(part);
        boolean constant = element.getKind() == ElementKind.FIELD && part == partOf.get(element);
        if (!constant && !(element instanceof TypeElement)) {
          made(element);
        }
        return;
      }
      if (around instanceof TypeElement type
          && type.getEnclosingElement() != null
          && type.getEnclosingElement().getKind() == ElementKind.PACKAGE) {
        here.refersTo(name(type).replace('.', '/'));
        return;
      }
    }
  }
}
