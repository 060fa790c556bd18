package org.xuewei.planner.placement.polish;

/**
 * Sites and units that are set free together. Arrays are never written after construction.
 *
 * @param sites ascending
 * @param arcs of the units to the sites: those that the program may use beside the present ones
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one solve, is never compared
record Neighbourhood(int[] sites, int[] units, int[] arcs) {}
