package org.xuewei.data.standard;

import java.util.Optional;

/**
 * A document that rules come from.
 *
 * @param id the key used in profiles: {@code S6}
 * @param title as published
 * @param number document number, for example {@code 建标〔2002〕102号}
 * @param date of publication as far as known: a year, a month or a day in ISO 8601
 */
public record Source(String id, String title, Optional<String> number, Optional<String> date) {}
