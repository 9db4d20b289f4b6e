// SPDX-License-Identifier: GPL-3.0-or-later
#include "Net/CurlReady.h"

#include <curl/curl.h>

namespace athanor
{

// Never taken down: at the end of the program a thread may still be on its way out of it.
void readyCurl() { [[maybe_unused]] static const auto result = curl_global_init (CURL_GLOBAL_DEFAULT); }

} // namespace athanor
