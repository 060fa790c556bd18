package org.xuewei.planner.placement.local;

import java.util.Iterator;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.optaplanner.core.impl.score.director.InnerScoreDirector;
import org.optaplanner.core.impl.score.director.incremental.IncrementalScoreDirector;

/** An endless row of random moves: mostly of units, seldom of sites. */
final class MoveSource implements Iterator<Reassignment> {
  /** Share of the score calculations that site moves may take to be worked out. */
  private static final double SITE_SHARE = 0.5;

  private final InnerScoreDirector<Districting, ?> director;
  private final UnitMoves unitMoves;
  private final SiteMoves siteMoves;
  private final @Nullable BorderMoves borderMoves;
  private final Random random;
  private final boolean movesSites;
  private long siteCalculations;

  private MoveSource(InnerScoreDirector<Districting, ?> director, Random random) {
    this.director = director;
    this.random = random;
    Districting districting = director.getWorkingSolution();
    this.movesSites = districting.task.annealing.movesSites();
    WorkingState state = stateOf(director);
    PlaceIndex places = new PlaceIndex(districting);
    this.unitMoves = new UnitMoves(districting.task, places, state, random);
    this.siteMoves = new SiteMoves(districting.task, places, state.solution, random);
    this.borderMoves =
        districting
            .task
            .instance
            .contiguity
            .map(where -> new BorderMoves(districting.task, where, places, state, random))
            .orElse(null);
  }

  static WorkingState stateOf(ScoreDirector<Districting> director) {
    IncrementalScoreDirector<Districting, ?> incremental =
        (IncrementalScoreDirector<Districting, ?>) director;
    return ((DistrictingScore.Calculator) incremental.getIncrementalScoreCalculator()).state();
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  /** A move that cannot be done counts as a score calculation, so that every search ends. */
  @Override
  public Reassignment next() {
    if (borderMoves != null) {
      return counted(borderMoves.propose());
    }
    boolean site = movesSites && siteCalculations <= SITE_SHARE * director.getCalculationCount();
    return counted(site ? siteMove() : unitMove());
  }

  private Reassignment counted(Reassignment move) {
    if (!move.isMoveDoable(director)) {
      director.incrementCalculationCount();
    }
    return move;
  }

  private Reassignment unitMove() {
    int kind = random.nextInt(10);
    return kind < 5 ? unitMoves.shift() : kind < 9 ? unitMoves.swap() : unitMoves.chain();
  }

  private Reassignment siteMove() {
    Reassignment move = siteMoves.propose();
    long calculations = 1 + siteMoves.takeCalculations();
    siteCalculations += calculations;
    for (long k = 1; k < calculations; k++) {
      director.incrementCalculationCount();
    }
    return move;
  }

  /** Public because OptaPlanner makes it by reflection. */
  public static final class Factory implements MoveIteratorFactory<Districting, Reassignment> {
    private @Nullable MoveSource source;

    /** For OptaPlanner. */
    public Factory() {}

    /** The working solution is new: the source starts anew with it. */
    @Override
    public void phaseStarted(ScoreDirector<Districting> director) {
      source = null;
    }

    @Override
    public long getSize(ScoreDirector<Districting> director) {
      return Integer.MAX_VALUE;
    }

    @Override
    public Iterator<Reassignment> createOriginalMoveIterator(ScoreDirector<Districting> director) {
      throw new UnsupportedOperationException("moves are random");
    }

    @Override
    public Iterator<Reassignment> createRandomMoveIterator(
        ScoreDirector<Districting> director, Random random) {
      if (source == null) {
        source = new MoveSource((InnerScoreDirector<Districting, ?>) director, random);
      }
      return source;
    }
  }
}
