package org.xuewei.data.model.region;

/**
 * Where a dataset comes from; written into every output made from it.
 *
 * @param source file name or service
 * @param dataDate the date that the data show, ISO 8601, or {@code unknown}
 * @param sha256 hash of the source in lower-case hex
 */
public record Provenance(
    String source, String dataDate, String licence, String attribution, String sha256) {}
