package org.xuewei.api;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** The borders of ARCHITECTURE.md: who may know whom, and where third-party code stays. */
@AnalyzeClasses(
    packages = "org.xuewei",
    importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
final class ArchitectureTest {

  // ---- modules

  @ArchTest
  static final ArchRule dataKnowsNoOtherModule =
      noClasses()
          .that()
          .resideInAPackage("org.xuewei.data..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xuewei.geo..", "org.xuewei.planner..", "org.xuewei.api..");

  @ArchTest
  static final ArchRule geoKnowsNeitherPlannerNorApi =
      noClasses()
          .that()
          .resideInAPackage("org.xuewei.geo..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xuewei.planner..", "org.xuewei.api..");

  @ArchTest
  static final ArchRule plannerKnowsNeitherGeoNorApi =
      noClasses()
          .that()
          .resideInAPackage("org.xuewei.planner..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.xuewei.geo..", "org.xuewei.api..");

  @ArchTest
  static final ArchRule packagesOfAModuleFormNoCircle =
      slices().matching("org.xuewei.(*).(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule planCheckerSharesNothingWithTheSolver =
      noClasses()
          .that()
          .resideInAPackage("org.xuewei.api.check..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.xuewei.planner..")
          .allowEmptyShould(true);

  // ---- third-party code

  @ArchTest
  static final ArchRule optaPlannerStaysInLocalSearch =
      stays("org.xuewei.planner..local..", "org.optaplanner..", "org.kie..", "org.drools..");

  @ArchTest
  static final ArchRule nativeSolversStayInProgram =
      stays("org.xuewei.planner.program..", "com.google.ortools..");

  @ArchTest
  static final ArchRule geoToolsStaysInLayerAndCrs =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.xuewei.geo.layer..", "org.xuewei.geo.crs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..", "org.opengis..");

  @ArchTest
  static final ArchRule graphHopperStaysInNetworkAndOsm =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.xuewei.geo.network..", "org.xuewei.geo.osm..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.graphhopper..");

  @ArchTest
  static final ArchRule sqlStaysInLayer =
      stays("org.xuewei.geo.layer..", "org.sqlite..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule geometryInDataStaysInRegion =
      noClasses()
          .that()
          .resideInAPackage("org.xuewei.data..")
          .and()
          .resideOutsideOfPackage("org.xuewei.data.model.region..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.locationtech.jts..");

  // ---- the planner sees numbers only

  @ArchTest
  static final ArchRule plannerSeesNoGeometryFilesSqlOrNetwork =
      noClasses()
          .that()
          .resideInAPackage("org.xuewei.planner..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                      "org.locationtech.jts..",
                      "org.xuewei.data.file..",
                      "com.fasterxml.jackson..",
                      "org.yaml..",
                      "java.nio.file..",
                      "java.sql..",
                      "java.net..")
                  .or(nameMatching("java\\.io\\.(File|RandomAccessFile).*"))
                  .or(nameMatching("org\\.xuewei\\.data\\.model\\.region\\.(Shapes|Road)")));

  @ArchTest
  static final ArchRule plannerSeesNoClock =
      noClasses()
          .that()
          .resideInAPackage("org.xuewei.planner..")
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethodWhere(
              describe(
                  "reads the clock",
                  call ->
                      call.getTargetOwner().getPackageName().equals("java.time")
                          && call.getName().equals("now")))
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock");

  // ---- equal runs give equal bytes

  @ArchTest
  static final ArchRule randomNumbersHaveASeed =
      noClasses()
          .should()
          .callConstructor(Random.class)
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callMethod(Collections.class, "shuffle", List.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(ThreadLocalRandom.class, SecureRandom.class)
          .orShould()
          .callMethod(UUID.class, "randomUUID");

  // ---- words and endings belong to the command line; a solver process is none

  @ArchTest
  static final ArchRule onlyTheCommandLinePrintsAndExits =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.xuewei.api..")
          .and()
          .doNotHaveFullyQualifiedName("org.xuewei.planner.program.SolverProcess")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  // ---- names

  @ArchTest
  static final ArchRule classesAreNamedForWhatTheyAre =
      noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Utilities|Impl)");

  @ArchTest
  static final ArchRule noPackageIsADrawer =
      noClasses().should().resideInAnyPackage("..util..", "..utils..", "..helper..", "..misc..");

  @ArchTest
  static final ArchRule packagesAreNullMarked = classes().should(beInANullMarkedPackage());

  private static ArchRule stays(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static ArchCondition<JavaClass> beInANullMarkedPackage() {
    return new ArchCondition<>("be in a package marked @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        JavaPackage home = type.getPackage();
        boolean marked = home.isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type,
                marked,
                "package " + home.getName() + " has no package-info with @NullMarked"));
      }
    };
  }

  /** Leaves out the test worlds that geo shares as a test-jar. */
  static final class NoTestJars implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }
}
