# Reference values for temper.stats. Made with: Rscript reference.R > reference.csv   (R 4.2.2, package stats only)
out <- function(name, ...) {
  values <- c(...)
  cat(sprintf("%s,%s\n", name, paste(sprintf("%.17g", values), collapse = ",")))
}
cat("name,values\n")
a <- c(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)   # Student's sleep data (1908)
b <- c(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
# Hollander & Wolfe (1973), depression scale and permeability, as in the examples of wilcox.test
dx <- c(1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30)
dy <- c(0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29)
px <- c(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46)
py <- c(1.15, 0.88, 0.90, 0.74, 1.21)
for (tail in c(1e-300, 1e-40, 1e-10, 1e-3, 0.025, 0.2, 0.49)) {
  out(paste0("normal-quantile:", tail), tail, qnorm(tail, lower.tail = FALSE))
  for (df in c(1, 2, 3.7, 11, 100, 1e6)) out(paste0("t-quantile:", df, ":", tail), df, tail, qt(tail, df, lower.tail = FALSE))
}
for (t in c(0, 0.01, 1, 1.5, 4, 30, 1000)) for (df in c(1, 2.5, 12, 1e5)) out("t-tail", t, df, pt(t, df, lower.tail = FALSE))
for (k in c(0, 1, 7, 12, 24, 25)) for (conf in c(0.5, 0.95, 0.999)) out("clopper-pearson", k, 25, 1 - conf, binom.test(k, 25, conf.level = conf)$conf.int)
out("clopper-pearson", 7, 1e6, 1e-30, qbeta(5e-31, 7, 1e6 - 6), qbeta(5e-31, 8, 1e6 - 7, lower.tail = FALSE))
ci <- function(name, t) out(name, t$conf.int, t$p.value)
ci("student-t", t.test(a)); ci("paired-t", t.test(a, b, paired = TRUE)); ci("welch-t", t.test(a, b))
ci("wilcoxon", wilcox.test(dx, dy, paired = TRUE, conf.int = TRUE, exact = TRUE))
ci("mann-whitney", wilcox.test(px, py, conf.int = TRUE, exact = TRUE))
out("wilcoxon-estimate", wilcox.test(dx, dy, paired = TRUE, conf.int = TRUE)$estimate)
out("mann-whitney-estimate", wilcox.test(px, py, conf.int = TRUE)$estimate)
for (n in c(1, 5, 12, 40)) out(paste0("signrank:", n), n, dsignrank(0:(n * (n + 1) / 2), n))
for (m in c(1, 4, 9)) for (n in c(1, 3, 12)) out("wilcox", m, n, dwilcox(0:(m * n), m, n))
x <- c(1, 2, 4, 8, 16, 32); y <- c(3.1, 1.7, 0.9, 0.36, 0.21, 0.11)
fit <- lm(log(y) ~ log(x)); out("log-log-slope", coef(fit)[2], confint(fit)[2, ])
p <- c(0.01, 0.04, 0.03, 0.005, 0.04, 0.6)
out("holm", p.adjust(p, "holm")); out("holm-10", p.adjust(p, "holm", n = 10))
out("bh", p.adjust(p, "BH")); out("bh-10", p.adjust(c(p, 1, 1, 1, 1), "BH")[1:6])
for (n in c(2, 3, 12, 50)) for (d in c(0, 0.3, 1)) for (alpha in c(0.05, 0.005))
  out("power-paired", d, n, alpha, power.t.test(n, d, sig.level = alpha, type = "one.sample")$power)
for (n in c(5, 20, 60)) for (pr in c(0.5, 0.8, 0.97)) {
  wins <- sapply(0:n, function(k) binom.test(k, n)$conf.int[1] > 0.5)
  out("power-binomial", pr, n, 0.05, sum(dbinom(0:n, n, pr)[wins]))
}
# BCa by its definition on given resampled values: bootstrap of the mean of a, with resampled means fixed by formula
means <- sort(sapply(0:998, function(i) mean(a[(((0:9) * 7 + i * (i + 3) %/% 2 + (0:9) * i) %% 10) + 1])))
out("bootstrap-means", range(means))
# Cohen's d with pooled deviation, Cliff's delta, A12
pooled <- sqrt((9 * var(a) + 9 * var(b)) / 18)
out("cohen-d", (mean(a) - mean(b)) / pooled); out("cohen-dz", mean(a - b) / sd(a - b))
s <- outer(a, b, "-"); out("cliff", mean(sign(s)), mean((s > 0) + 0.5 * (s == 0)))
out("iqm", mean(a, trim = 0.25)); out("iqm-5", mean(a[1:5], trim = 0.25)); out("quantile", quantile(a, c(0, 0.1, 0.5, 0.93, 1)))
for (k in c(2, 3, 5, 10)) for (q in c(0.5, 2, 3.314, 4.5, 7)) out("studentized-range", k, q, ptukey(q, k, Inf, lower.tail = FALSE))
for (k in c(2, 3, 5, 10)) out("nemenyi-q", k, qtukey(0.95, k, Inf) / sqrt(2))
# Hollander & Wolfe (1973), p. 140 ff.: rounding first base (Friedman), as in the example of friedman.test
rb <- matrix(c(5.40,5.50,5.55,5.85,5.70,5.75,5.20,5.60,5.50,5.55,5.50,5.40,5.90,5.85,5.70,5.45,5.55,5.60,5.40,5.40,5.35,5.45,5.50,5.35,5.25,5.15,5.00,5.85,5.80,5.70,5.25,5.20,5.10,5.65,5.55,5.45,5.60,5.35,5.45,5.05,5.00,4.95,5.50,5.50,5.40,5.45,5.55,5.50,5.55,5.55,5.35,5.45,5.50,5.55,5.50,5.45,5.25,5.65,5.60,5.40,5.70,5.65,5.55,6.30,6.30,6.25), nrow = 22, byrow = TRUE)
f <- friedman.test(rb); out("friedman", f$statistic, f$p.value, colMeans(t(apply(rb, 1, rank))))
