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
# Efron & Tibshirani (1993), table 14.1; intervals by their definition (14.9 - 14.15) from 400 000 resamples
spatial <- c(48,36,20,29,42,42,20,42,22,41,45,14,6,0,33,28,34,4,32,24,47,41,24,26,30,41)
variance <- function(v) mean((v - mean(v))^2)
set.seed(1993); draws <- replicate(400000, variance(sample(spatial, 26, TRUE))); theta <- variance(spatial)
jack <- sapply(1:26, function(i) variance(spatial[-i])); u <- mean(jack) - jack; acc <- sum(u^3) / (6 * sum(u^2)^1.5)
z0 <- qnorm(mean(draws < theta)); z <- qnorm(c(0.05, 0.95)); levels <- pnorm(z0 + (z0 + z) / (1 - acc * (z0 + z)))
out("spatial", theta, acc, z0, quantile(draws, c(0.05, 0.95)), quantile(draws, levels))
# Exact trends by enumeration, independent of any recursion
perms <- function(v) if (length(v) < 2) matrix(v, 1) else do.call(rbind, lapply(seq_along(v), function(i) cbind(v[i], perms(v[-i]))))
l5 <- perms(1:5) %*% (1:5); all3 <- outer(outer(as.vector(l5), as.vector(l5), "+"), as.vector(l5), "+")
# Breaking strength of cotton fibres, columns in the claimed order (after Hollander & Wolfe 1973, p. 148)
cotton <- cbind(c(7.46,7.68,7.21), c(7.17,7.57,7.80), c(7.76,7.73,7.74), c(8.14,8.15,7.87), c(7.63,8.00,7.93))
page <- sum(t(apply(cotton, 1, rank)) %*% (1:5)); out("page", page, 2 * mean(all3 >= page))
g <- list(c(1.2, 0.4, 2.0), c(1.9, 2.4, 0.9), c(2.2, 3.1, 1.7, 2.9)); values <- unlist(g)
jt <- function(v) { s <- split(v, c(1,1,1,2,2,2,3,3,3,3)); sum(outer(s[[2]], s[[1]], ">")) + sum(outer(s[[3]], s[[1]], ">")) + sum(outer(s[[3]], s[[2]], ">")) }
counts <- unlist(lapply(combn(10, 3, simplify = FALSE), function(i) lapply(combn(setdiff(1:10, i), 3, simplify = FALSE), function(j) jt(values[c(i, j, setdiff(1:10, c(i, j)))]))))
out("jonckheere", jt(values), 2 * mean(counts >= jt(values)))
# Two one-sided tests (Schuirmann 1987): the larger of two one-sided p-values
tost <- function(low, high, ...) max(t.test(..., mu = low, alternative = "greater")$p.value, t.test(..., mu = high, alternative = "less")$p.value)
out("tost-paired", -3, 0, tost(-3, 0, a, b, paired = TRUE)); out("tost-paired", -2.5, 5, tost(-2.5, 5, a, b, paired = TRUE))
out("tost-welch", -4, 1, tost(-4, 1, a, b))
rank_tost <- function(low, high, x, y) max(wilcox.test(x, y, mu = low, alternative = "greater", exact = TRUE)$p.value, wilcox.test(x, y, mu = high, alternative = "less", exact = TRUE)$p.value)
out("tost-mann-whitney", -0.413, 1.237, rank_tost(-0.413, 1.237, px, py))
# Powers by integrals of another form: over chi-squared, and over both variances
equivalence <- function(nc1, nc2, df, alpha) { t <- qt(1 - alpha, df); end <- df * ((nc1 + nc2) / (2 * t))^2
  f <- function(x) pmax(0, pnorm(nc2 - t * sqrt(x / df)) - pnorm(t * sqrt(x / df) - nc1)) * dchisq(x, df)
  integrate(f, 0, min(end, qchisq(1e-13, df, lower.tail = FALSE)), rel.tol = 1e-10, subdivisions = 2000)$value }
for (n in c(3, 12, 40)) for (d in c(0, 0.3)) for (margin in c(0.5, 1)) out("power-equivalence", d, margin, n, 0.05, equivalence(sqrt(n) * (d + margin), sqrt(n) * (margin - d), n - 1, 0.05))
welch <- function(d, s1, n1, s2, n2, alpha) { inner <- function(u) sapply(u, function(q1) { v1 <- s1^2 * qchisq(q1, n1 - 1) / (n1 - 1) / n1
    integrate(function(q2) { v2 <- s2^2 * qchisq(q2, n2 - 1) / (n2 - 1) / n2; df <- (v1 + v2)^2 / (v1^2 / (n1 - 1) + v2^2 / (n2 - 1))
      pnorm((d - qt(alpha / 2, df, lower.tail = FALSE) * sqrt(v1 + v2)) / sqrt(s1^2 / n1 + s2^2 / n2)) }, 0, 1, rel.tol = 1e-8, subdivisions = 2000)$value })
  integrate(inner, 0, 1, rel.tol = 1e-7, subdivisions = 2000)$value }
out("power-welch", 1, 1, 12, 1, 12, 0.05, welch(1, 1, 12, 1, 12, 0.05)); out("power-welch", 2, 3, 20, 1, 8, 0.01, welch(2, 3, 20, 1, 8, 0.01))
out("power-welch", 0, 1, 5, 4, 30, 0.1, welch(0, 1, 5, 4, 30, 0.1)); out("power-welch", 3, 1, 4, 2, 3, 0.05, welch(3, 1, 4, 2, 3, 0.05))
out("power-logrank", 1.5, 0.5, 247, 0.05, pnorm(sqrt(247 / 4) * log(1.5) - qnorm(0.975)))
sx <- log(x); nc <- 0.3 * sqrt(sum((sx - mean(sx))^2)) / 0.4; out("power-slope", pt(qt(0.025, 4, lower.tail = FALSE), 4, ncp = nc, lower.tail = FALSE))
out("hedges-g", (mean(a) - mean(b)) / pooled * exp(lgamma(9) - lgamma(8.5)) / sqrt(9))
# Ties and infinite values: Friedman with ties within rows and failures as worst rank
tied <- matrix(c(1,1,2,3, 2,2,2,2, 1,4,Inf,Inf, 3,1,2,Inf, 5,5,1,Inf), nrow = 5, byrow = TRUE)
ft <- friedman.test(tied); out("friedman-ties", ft$statistic, ft$p.value)
# Two observations, and tails of the rank tests beyond where they are computed exactly
ci("student-t-2", t.test(c(1, 2))); ci("welch-t-2", t.test(c(1, 2), c(5, 9)))
out("wilcoxon-normal", 201, psignrank(c(6000, 7000, 8000, 9000, 10000), 201)); out("mann-whitney-normal", 70, 80, pwilcox(c(1200, 1800, 2000, 2400, 2800), 70, 80))
