package org.xuewei.planner.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.xuewei.planner.program.ProgramSolution.Status.FEASIBLE;
import static org.xuewei.planner.program.ProgramSolution.Status.INFEASIBLE;
import static org.xuewei.planner.program.ProgramSolution.Status.NONE;
import static org.xuewei.planner.program.ProgramSolution.Status.OPTIMAL;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xuewei.data.model.StopSignal;

@Timeout(60)
class ProgramSolverTest {
  /** So often the signal has been asked when a process has started and searches. */
  private static final int POLLS_UNTIL_SEARCH = 100;

  private static final double FREE = Double.POSITIVE_INFINITY;
  private static final Offset<Double> NEARLY = within(1e-6);
  private static final SearchLimits MANY_NODES = SearchLimits.ofNodes(1_000_000_000);

  /** Takes what killed processes leave behind. */
  @TempDir private Path temporaryFiles = Path.of("");

  private ProgramSolver solver;

  private Set<ProcessHandle> othersProcesses = Set.of();

  @BeforeEach
  void open() {
    othersProcesses = ProcessHandle.current().children().collect(Collectors.toSet());
    solver = new ProgramSolver(2, List.of("-Djava.io.tmpdir=" + temporaryFiles));
  }

  @AfterEach
  void close() {
    solver.close();
    assertThat(processes()).isEmpty();
  }

  /**
   * The textbook's factory: profit 3x + 5y with x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18 is 36 at (2, 6), and
   * the rows are worth 0, 1.5 and 1 (Hillier and Lieberman).
   */
  @Test
  void linearProgramHasItsKnownPrices() {
    Program factory = new Program();
    factory.addColumn(0, FREE, false, -3);
    factory.addColumn(0, FREE, false, -5);
    factory.addRow(-FREE, 4);
    factory.set(0, 0, 1);
    factory.addRow(-FREE, 12);
    factory.set(1, 1, 2);
    factory.addRow(-FREE, 18);
    factory.set(2, 0, 3);
    factory.set(2, 1, 2);
    try (LinearSession session = solver.linear(factory)) {
      ProgramSolution solution = session.solve(StopSignal.NEVER);
      assertThat(solution.status()).isEqualTo(OPTIMAL);
      assertThat(solution.objective()).isCloseTo(-36, NEARLY);
      assertThat(solution.bestBound()).isCloseTo(-36, NEARLY);
      assertThat(solution.value(0)).isCloseTo(2, NEARLY);
      assertThat(solution.value(1)).isCloseTo(6, NEARLY);
      assertThat(solution.rowPrice(0)).isCloseTo(0, NEARLY);
      assertThat(solution.rowPrice(1)).isCloseTo(-1.5, NEARLY);
      assertThat(solution.rowPrice(2)).isCloseTo(-1, NEARLY);

      // a third product that takes one hour of the last two rows each, at a profit of 2
      int third = factory.addColumn(0, FREE, false, -2);
      factory.set(1, third, 1);
      factory.set(2, third, 1);
      int order = factory.addRow(1, FREE);
      factory.set(order, 0, 1);
      factory.set(order, third, -1);
      ProgramSolution grown = session.solve(StopSignal.NEVER);
      assertThat(grown.objective()).isCloseTo(-36, NEARLY);
      assertThat(grown.reducedCost(third)).isCloseTo(0.5, NEARLY);
    }
  }

  @Test
  void sessionThatGrowsByRowsAndColumnsEqualsSolvingFromScratch() {
    Program program = new Program();
    java.util.Random random = new java.util.Random(11);
    for (int row = 0; row < 10; row++) {
      program.addRow(1 + random.nextInt(9), FREE);
      program.set(row, program.addColumn(0, FREE, false, 50), 1);
    }
    try (LinearSession session = solver.linear(program)) {
      for (int step = 0; step < 15; step++) {
        int column = program.addColumn(0, 3, false, 1 + random.nextInt(20));
        int row = program.addRow(-FREE, 5 + random.nextInt(10));
        for (int other = 0; other <= row; other++) {
          if (random.nextBoolean()) {
            program.set(other, column, 1 + random.nextInt(3));
          }
        }
        program.set(row, random.nextInt(column), 1);
        ProgramSolution grown = session.solve(StopSignal.NEVER);
        try (LinearSession fresh = solver.linear(program)) {
          ProgramSolution scratch = fresh.solve(StopSignal.NEVER);
          assertThat(grown.status()).isEqualTo(scratch.status());
          assertThat(grown.objective()).as("step " + step).isCloseTo(scratch.objective(), NEARLY);
        }
      }
    }
  }

  @Test
  void knapsackHasItsKnownOptimum() {
    ProgramSolution solution = solver.solveWhole(Knapsacks.small(), MANY_NODES, StopSignal.NEVER);
    assertThat(solution.status()).isEqualTo(OPTIMAL);
    assertThat(solution.objective()).isCloseTo(-7, NEARLY);
    assertThat(solution.bestBound()).isCloseTo(-7, NEARLY);
    assertThat(solution.value(0)).isCloseTo(1, NEARLY);
    assertThat(solution.value(1)).isCloseTo(1, NEARLY);
    assertThat(solution.value(2)).isCloseTo(0, NEARLY);
  }

  @Test
  void wholeNumbersCountAsAnyInASession() {
    try (LinearSession session = solver.linear(Knapsacks.small())) {
      assertThat(session.solve(StopSignal.NEVER).objective()).isCloseTo(-7, NEARLY);
    }
    Program half = new Program();
    half.set(half.addRow(-FREE, 0.5), half.addColumn(0, 1, true, -1), 1);
    try (LinearSession session = solver.linear(half)) {
      assertThat(session.solve(StopSignal.NEVER).value(0)).isCloseTo(0.5, NEARLY);
    }
  }

  @Test
  void searchStartsAtTheHint() {
    Program program = Knapsacks.marketSplit(4, 30);
    ProgramSolution without = solver.solveWhole(program, SearchLimits.ofNodes(1), StopSignal.NEVER);
    ProgramSolution good =
        solver.solveWhole(program, SearchLimits.ofNodes(3_000), StopSignal.NEVER);
    assertThat(good.objective()).isLessThan(without.objective());
    for (int column = 0; column < program.columns(); column++) {
      program.hint(column, good.value(column));
    }
    ProgramSolution with = solver.solveWhole(program, SearchLimits.ofNodes(1), StopSignal.NEVER);
    assertThat(with.objective()).isLessThanOrEqualTo(good.objective() + 1e-6);
  }

  @Test
  void limitOfNodesEndsWithWhatWasFound() {
    ProgramSolution solution =
        solver.solveWhole(Knapsacks.marketSplit(4, 30), SearchLimits.ofNodes(5), StopSignal.NEVER);
    assertThat(solution.status()).isEqualTo(FEASIBLE);
    assertThat(solution.bestBound()).isLessThan(solution.objective());
  }

  @Test
  void gapEndsTheSearchEarly() {
    Program program = Knapsacks.marketSplit(3, 20);
    SearchLimits wide = new SearchLimits(1_000_000, 1_000, 0, 0, SearchLimits.ANY);
    ProgramSolution solution = solver.solveWhole(program, wide, StopSignal.NEVER);
    assertThat(solution.status()).isEqualTo(OPTIMAL);
    assertThat(solution.objective()).isGreaterThan(solution.bestBound() + 1e-3);
  }

  @Test
  void tellsOtherSolutionsThatWereAskedFor() {
    Program program = Knapsacks.marketSplit(3, 20);
    SearchLimits limits = SearchLimits.ofNodes(2_000);
    assertThat(solver.solveWhole(program, limits, StopSignal.NEVER).alternatives()).isEmpty();
    ProgramSolution solution =
        solver.solveWhole(program, limits.withAlternatives(3), StopSignal.NEVER);
    assertThat(solution.alternatives()).isNotEmpty().hasSizeLessThanOrEqualTo(3);
    for (ProgramSolution other : solution.alternatives()) {
      assertThat(other.objective()).isGreaterThanOrEqualTo(solution.objective() - 1e-6);
      double cost = 0;
      for (int column = 0; column < program.columns(); column++) {
        cost += program.cost(column) * other.value(column);
      }
      assertThat(cost).isCloseTo(other.objective(), NEARLY);
    }
  }

  @Test
  void saysWhatHasNoSolution() {
    Program program = new Program();
    int row = program.addRow(3, FREE);
    program.set(row, program.addColumn(0, 1, true, 1), 2);
    assertThat(solver.solveWhole(program, MANY_NODES, StopSignal.NEVER).status())
        .isEqualTo(INFEASIBLE);
    try (LinearSession session = solver.linear(program)) {
      assertThat(session.solve(StopSignal.NEVER).status()).isEqualTo(INFEASIBLE);
    }
  }

  @Test
  void programOfNothingCostsNothing() {
    assertThat(solver.solveWhole(new Program(), MANY_NODES, StopSignal.NEVER).objective()).isZero();
    try (LinearSession session = solver.linear(new Program())) {
      assertThat(session.solve(StopSignal.NEVER).objective()).isZero();
    }
  }

  @Test
  void pairSetTwiceIsRefused() {
    Program program = Knapsacks.small();
    program.set(0, 2, 9);
    assertThatThrownBy(() -> solver.solveWhole(program, MANY_NODES, StopSignal.NEVER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 0 has column 2 twice");
    try (LinearSession session = solver.linear(program)) {
      assertThatThrownBy(() -> session.solve(StopSignal.NEVER)).hasMessageContaining("twice");
    }
    assertThat(solver.crashes()).isZero();
  }

  @Test
  void killedProcessCostsOneSolveAndTheNextHasANewOne() throws Exception {
    assertThat(solver.isAvailable()).isTrue();
    CountDownLatch polls = new CountDownLatch(5);
    CompletableFuture<ProgramSolution> lost = solveForHours(() -> counted(polls));
    polls.await();
    kill(awaitProcess());
    assertThat(lost.get(20, TimeUnit.SECONDS).status()).isEqualTo(NONE);
    assertThat(lost.get().reason()).contains("ended with code");
    assertThat(solver.crashes()).isEqualTo(1);
    knapsackHasItsKnownOptimum();
    assertThat(solver.crashes()).isEqualTo(1);
  }

  private static boolean counted(CountDownLatch polls) {
    polls.countDown();
    return false;
  }

  @Test
  void sessionGoesOnInANewProcess() throws Exception {
    Program program = Knapsacks.small();
    try (LinearSession session = solver.linear(program)) {
      double before = session.solve(StopSignal.NEVER).objective();
      kill(awaitProcess());
      program.set(program.addRow(-FREE, 0), 0, 1);
      ProgramSolution after = session.solve(StopSignal.NEVER);
      assertThat(after.objective()).isGreaterThan(before);
      assertThat(after.value(0)).isCloseTo(0, NEARLY);
      assertThat(solver.crashes()).isEqualTo(1);
    }
  }

  @Test
  void stopRequestEndsASolveWithinASecond() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch polls = new CountDownLatch(POLLS_UNTIL_SEARCH);
    CompletableFuture<ProgramSolution> running = solveForHours(() -> counted(polls) || stop.get());
    polls.await();
    assertThat(running).isNotDone();
    Instant asked = Instant.now();
    stop.set(true);
    ProgramSolution solution = running.get(20, TimeUnit.SECONDS);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
    assertThat(solution.status()).isEqualTo(NONE);
    assertThat(solution.reason()).isEqualTo("stopped");
    assertThat(solver.crashes()).isZero();
    knapsackHasItsKnownOptimum();
  }

  @Test
  void nothingStartsAfterAStopRequest() {
    ProgramSolution solution = solver.solveWhole(Knapsacks.small(), MANY_NODES, () -> true);
    assertThat(solution.reason()).isEqualTo("stopped");
    assertThat(processes()).isEmpty();
  }

  @Test
  void twoThreadsSolveAtOnce() throws Exception {
    CountDownLatch firstAsked = new CountDownLatch(1);
    AtomicBoolean stop = new AtomicBoolean();
    CompletableFuture<ProgramSolution> first =
        solveForHours(() -> counted(firstAsked) || stop.get());
    firstAsked.await();
    knapsackHasItsKnownOptimum();
    assertThat(first).isNotDone();
    stop.set(true);
    first.get(20, TimeUnit.SECONDS);
  }

  @Test
  void equalProgramsHaveEqualSolutionsInEveryProcess() {
    Program program = Knapsacks.marketSplit(4, 30);
    SearchLimits limits = SearchLimits.ofNodes(200);
    ProgramSolution one = solver.solveWhole(program, limits, StopSignal.NEVER);
    try (ProgramSolver another = new ProgramSolver(1)) {
      ProgramSolution two = another.solveWhole(program, limits, StopSignal.NEVER);
      assertThat(two.objective()).isEqualTo(one.objective());
      assertThat(two.bestBound()).isEqualTo(one.bestBound());
      for (int column = 0; column < program.columns(); column++) {
        assertThat(two.value(column)).isEqualTo(one.value(column));
      }
    }
  }

  /** As on a system for which OR-Tools brings no library: its loader looks by this prefix. */
  @Test
  void saysWhenThereIsNoNativeLibrary() {
    try (ProgramSolver without = new ProgramSolver(2, List.of("-Djna.prefix=plan9-mips"))) {
      assertThat(without.isAvailable()).isFalse();
      assertThat(without.unavailableReason()).contains("plan9-mips");
      ProgramSolution solution = without.solveWhole(Knapsacks.small(), MANY_NODES, () -> false);
      assertThat(solution.status()).isEqualTo(NONE);
      assertThat(solution.reason()).isEqualTo(without.unavailableReason());
      assertThat(without.crashes()).isZero();
    }
    assertThat(solver.isAvailable()).isTrue();
    assertThat(solver.unavailableReason()).isEmpty();
  }

  @Test
  void saysWhenTheProcessDoesNotStart() {
    try (ProgramSolver without = new ProgramSolver(1, List.of("-Xmx1k"))) {
      assertThat(without.isAvailable()).isFalse();
      assertThat(without.unavailableReason()).contains("ended with code 1").contains("heap");
    }
  }

  @Test
  void closingEndsASolveAndRefusesTheNext() throws Exception {
    CountDownLatch polls = new CountDownLatch(5);
    CompletableFuture<ProgramSolution> running = solveForHours(() -> counted(polls));
    polls.await();
    solver.close();
    assertThat(running.get(20, TimeUnit.SECONDS).status()).isEqualTo(NONE);
    assertThatThrownBy(this::knapsackHasItsKnownOptimum).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void processEndsWithItsInputInTheMiddleOfASolve() throws Exception {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                SolverProcess.class.getName())
            .start();
    assertThat(Frames.read(process.getInputStream())).containsExactly(0, 0);
    Program program = Knapsacks.marketSplit(6, 60);
    byte[] request =
        Request.WHOLE.message(
            out -> {
              MANY_NODES.writeTo(out);
              Extent.NOTHING.writeBeyond(program, out);
              Hints.write(program, out);
            });
    Frames.write(process.getOutputStream(), request);
    assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
    process.getOutputStream().close();
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private CompletableFuture<ProgramSolution> solveForHours(StopSignal stop) {
    return CompletableFuture.supplyAsync(
        () -> solver.solveWhole(Knapsacks.marketSplit(6, 60), MANY_NODES, stop));
  }

  private List<ProcessHandle> processes() {
    return ProcessHandle.current()
        .children()
        .filter(child -> !othersProcesses.contains(child))
        .toList();
  }

  private ProcessHandle awaitProcess() throws InterruptedException {
    while (processes().isEmpty()) {
      Thread.sleep(10);
    }
    return processes().get(0);
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }
}
