// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the program with a sentence on a processor that is older than the ones it is built for. Compiled for any x86-64, and
// run before every other constructor, because those may already use what the old processor does not have.
#include <unistd.h>

namespace
{
#if defined(__x86_64__)
__attribute__ ((constructor (101))) void requireProcessor()
{
    __builtin_cpu_init();

    if (__builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma") && __builtin_cpu_supports ("bmi2"))
        return;

    static const char sentence[] = "athanor: this processor has no AVX2 and FMA, which Athanor needs: "
                                   "any made by Intel since 2013 or AMD since 2015 has.\n";
    [[maybe_unused]] const auto ignored = write (STDERR_FILENO, sentence, sizeof (sentence) - 1);
    _exit (1);
}
#endif
} // namespace
