# Makes survival.csv with R's package survival (Debian: r-base-core, r-cran-survival 3.5-3):
#   Rscript survival.R > survival.csv
# Run by hand, once; the build only reads the result. A quantile is the smallest day on which R's own curve
# (conf.type = "log-log") is at most p, not the midpoint that R's quantile() takes at equality; "" is "not reached".
suppressMessages(library(survival))
quantile_day <- function(days, curve, p) {
  reached <- which(!is.na(curve) & curve <= p + 1e-12)
  if (length(reached)) as.character(days[reached[1]]) else ""
}
set.seed(20261122)
cat("days;cause;median;low;high;p80;incidence1;incidence2;incidence3\n")
for (i in 1:200) {
  n <- sample(1:60, 1)
  days <- sample(1:sample(c(3, 15, 60), 1), n, replace = TRUE)
  cause <- sample(0:3, n, replace = TRUE, prob = c(runif(1), 2 * runif(1), 0.3, 0.2))
  curve <- survfit(Surv(days, cause == 1) ~ 1, conf.type = "log-log")
  states <- survfit(Surv(days, factor(cause, levels = 0:3)) ~ 1)
  last <- states$pstate[nrow(states$pstate), 2:4]
  cat(paste(days, collapse = " "), paste(cause, collapse = " "),
      quantile_day(curve$time, curve$surv, 0.5), quantile_day(curve$time, curve$lower, 0.5),
      quantile_day(curve$time, curve$upper, 0.5), quantile_day(curve$time, curve$surv, 0.2),
      paste(sprintf("%.12f", last), collapse = ";"), sep = ";")
  cat("\n")
}
