# Report of figures.tsv against references.tsv: the last figures of every instance and seed.
FNR == NR {
  if (FNR > 1) {
    reference[$1, $2] = $3
    kind[$1, $2] = $4
    source[$1] = $5
  }
  next
}
FNR > 1 {
  key = $1 SUBSEP $2 SUBSEP $3
  if (!(key in line)) {
    order[++count] = key
    if (!($1 in met)) {
      met[$1]
      sets[++number] = $1
    }
  }
  line[key] = $0
}
function over(key, objective) {
  return 100 * (objective / reference[key] - 1)
}
function begin(name) {
  printf "\n## %s\n\n", name
  if (name in source) {
    printf "Reference: %s.\n\n", source[name]
  } else {
    print "Synthetic counties of `xuewei generate`, by points and sites, a county for each seed; no optimum is known."
    print "Seconds are those that were asked for, pictures come on top; broken are hard rules, unserved pupils without a seat.\n"
  }
  print "| instance | seed | objective | over the reference | bound | bound below the reference | gap | seconds | broken | overload | unserved | engine | machine |"
  print "|---|---|---|---|---|---|---|---|---|---|---|---|---|"
  n = sum = 0
  most = -1e9
  low = lowest = broken = 0
}
function finish() {
  if (n > 0 && last in source) {
    printf "\n%d runs: mean %.3f %%, max %.3f %% over the reference; bound below it by mean %.2f %%, max %.2f %%; %d runs break a limit.\n", n, sum / n, most, low / n, lowest, broken
  }
}
END {
  print "# Benchmarks"
  print ""
  print "Made by `docs/benchmarks/renew` from figures.tsv; do not edit. The instances belong to their authors and are"
  print "not part of the project; figures alone are. 60 s an instance (p-median 10 s) on the machine named."
  print "`over the reference` compares the plan with the published optimum, best plan or bound; a bound above an optimum"
  print "would be an error."
  for (k = 1; k <= number; k++) {
    begin(last = sets[k])
    for (i = 1; i <= count; i++) {
      split(line[order[i]], f, "\t")
      if (f[1] == last) {
        row()
      }
    }
    finish()
  }
}
function row() {
  key = f[1] SUBSEP f[2]
  isBroken = f[7] + f[8] + f[9] > 0
  if (!(f[1] in source)) {
    printf "| %s | %s | %.0f | | %.0f | | %.3f %% | %.0f | %s | | %d | %s | %s |\n", f[2], f[3], f[4], f[5], 100 * (f[4] - f[5]) / f[4], f[6], f[7], f[9], f[10], f[12]
    return
  }
  below = -over(key, f[5])
  printf "| %s | %s | %.2f | %.3f %% (%s) | %.2f | %.2f %% | %.3f %% | %.1f | %d | %d | %d | %s | %s |\n", f[2], f[3], f[4], over(key, f[4]), kind[key], f[5], below, f[4] ? 100 * (f[4] - f[5]) / f[4] : 0, f[6], f[7], f[8], f[9], f[10], f[12]
  n++
  sum += over(key, f[4])
  most = over(key, f[4]) > most ? over(key, f[4]) : most
  low += below
  lowest = below > lowest ? below : lowest
  broken += isBroken
}
