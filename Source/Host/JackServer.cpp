// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/JackServer.h"

#include <dlfcn.h>
#include <jack/jack.h>

namespace athanor
{

namespace
{
template <typename Function>
Function* find (void* library, const char* name)
{
    return reinterpret_cast<Function*> (dlsym (library, name));
}

void ignore (const char*) {}
} // namespace

bool isJackRunning()
{
    // Opened as JUCE opens it, for it need not be installed. Never closed: its threads would be gone from under it.
    static auto* const library = dlopen ("libjack.so.0", RTLD_LAZY);

    if (library == nullptr)
        return false;

    auto* const setErrors = find<decltype (jack_set_error_function)> (library, "jack_set_error_function");
    auto* const setInfo = find<decltype (jack_set_info_function)> (library, "jack_set_info_function");
    auto* const open = find<decltype (jack_client_open)> (library, "jack_client_open");
    auto* const close = find<decltype (jack_client_close)> (library, "jack_client_close");

    if (setErrors == nullptr || setInfo == nullptr || open == nullptr || close == nullptr)
        return false;

    setErrors (ignore);
    setInfo (ignore);
    auto* const client = open ("athanor-asks", JackNoStartServer, nullptr);

    if (client == nullptr)
        return false;

    close (client);
    return true;
}

} // namespace athanor
