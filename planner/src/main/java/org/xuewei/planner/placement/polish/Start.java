package org.xuewei.planner.placement.polish;

import org.xuewei.planner.placement.state.Solution;

/**
 * A choice of sites, for searches to start from.
 *
 * @param sizeOf by site: the size that the program chose, or closed
 * @param filled keeps all limits; units may be without a place
 * @param rounded every unit where the program has most of it; sites may be overfull
 */
public record Start(int[] sizeOf, Solution filled, Solution rounded) {}
