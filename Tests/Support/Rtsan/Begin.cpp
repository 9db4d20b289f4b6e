// SPDX-License-Identifier: GPL-3.0-or-later
// Wakes the runtime of RealtimeSanitizer, which clang's own -fsanitize=realtime would do.

extern "C" void __rtsan_init();

namespace
{
__attribute__ ((constructor)) void begin() { __rtsan_init(); }
} // namespace
