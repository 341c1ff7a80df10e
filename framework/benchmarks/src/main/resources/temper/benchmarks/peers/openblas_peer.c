/*
 * The product of two n x n matrices of float32 by OpenBLAS on one thread, timed in rounds.
 *
 * Arguments: n, path of the library, seconds of warm-up. Prints "ready" when it is warm; then, for each line of standard
 * input that names a number of seconds, works for that long and prints products a second.
 */
#define _POSIX_C_SOURCE 200809L
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

typedef void sgemm_function(int, int, int, int, int, int, float, const float *, int, const float *, int, float, float *, int);

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

static float *matrix(int n) {
  float *x = aligned_alloc(64, ((size_t)n * n * sizeof(float) + 63) / 64 * 64);
  for (int i = 0; i < n * n; i++) {
    x[i] = (float)rand() / RAND_MAX - 0.5f;
  }
  return x;
}

static double rate(sgemm_function *sgemm, int n, const float *a, const float *b, float *c, double seconds) {
  double begin = now();
  long products = 0;
  /* The clock is read about once a hundred microseconds. */
  long chunk = 1 + 4000000L / ((long)n * n * n);
  for (;;) {
    for (long i = 0; i < chunk; i++) {
      /* Row-major, neither operand transposed. */
      sgemm(101, 111, 111, n, n, n, 1.0f, a, n, b, n, 0.0f, c, n);
    }
    products += chunk;
    double span = now() - begin;
    if (span >= seconds) {
      return products / span;
    }
  }
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "arguments: n, library, seconds of warm-up\n");
    return 2;
  }
  int n = atoi(arguments[1]);
  void *library = dlopen(arguments[2], RTLD_NOW);
  sgemm_function *sgemm = library ? (sgemm_function *)dlsym(library, "cblas_sgemm") : NULL;
  void (*set_threads)(int) = library ? (void (*)(int))dlsym(library, "openblas_set_num_threads") : NULL;
  if (!sgemm || !set_threads) {
    fprintf(stderr, "%s is not OpenBLAS: %s\n", arguments[2], dlerror());
    return 1;
  }
  set_threads(1);
  float *a = matrix(n);
  float *b = matrix(n);
  float *c = matrix(n);
  rate(sgemm, n, a, b, c, atof(arguments[3]));
  printf("ready\n");
  fflush(stdout);
  double seconds;
  while (scanf("%lf", &seconds) == 1) {
    printf("%.9g\n", rate(sgemm, n, a, b, c, seconds));
    fflush(stdout);
  }
  return 0;
}
