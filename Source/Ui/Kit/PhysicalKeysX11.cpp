// SPDX-License-Identifier: GPL-3.0-or-later
// The keyboard's layouts as the X server knows them. libX11 is opened by name, as JUCE does it, so that nothing must be linked.
#include "Ui/Kit/PhysicalKeys.h"

#include <algorithm>

#if defined(__linux__)
#include <dlfcn.h>
#include <iconv.h>
#endif

namespace athanor
{

#if defined(__linux__)

namespace
{

/** The few functions of Xlib that answer the question. */
struct Xlib
{
    Xlib()
        : library (dlopen ("libX11.so.6", RTLD_LAZY | RTLD_LOCAL))
    {
        if (library == nullptr)
            return;

        find (open, "XOpenDisplay");
        find (close, "XCloseDisplay");
        find (keysym, "XkbKeycodeToKeysym");
        find (state, "XkbGetState");
    }

    Xlib (const Xlib&) = delete;
    Xlib& operator= (const Xlib&) = delete;

    bool isComplete() const { return open != nullptr && close != nullptr && keysym != nullptr && state != nullptr; }

    void* (*open) (const char*) = nullptr;
    int (*close) (void*) = nullptr;
    unsigned long (*keysym) (void*, unsigned char, int, int) = nullptr;
    int (*state) (void*, unsigned, void*) = nullptr;

private:
    template <typename Function>
    void find (Function& function, const char* name)
    {
        function = reinterpret_cast<Function> (dlsym (library, name));
    }

    void* library; // stays open: JUCE has it open too
};

/** Keysyms below 0x1000 are a page and a byte of an old character set. */
char32_t fromOldSet (unsigned long keysym)
{
    static constexpr const char* sets[] = { "ISO-8859-1", "ISO-8859-2", "ISO-8859-3", "ISO-8859-4", nullptr, nullptr, "KOI8-U", "ISO-8859-7" };
    const auto page = keysym >> 8;

    if (page >= std::size (sets) || sets[page] == nullptr)
        return 0;

    const auto converter = iconv_open ("UTF-32LE", sets[page]);

    if (converter == reinterpret_cast<iconv_t> (-1))
        return 0;

    auto byte = static_cast<char> (keysym & 0xff);
    char32_t result = 0;
    auto* in = &byte;
    auto* out = reinterpret_cast<char*> (&result);
    std::size_t inLeft = 1, outLeft = sizeof (result);
    iconv (converter, &in, &inLeft, &out, &outLeft);
    iconv_close (converter);
    return result;
}

char32_t characterOf (unsigned long keysym)
{
    if ((keysym >= 0x20 && keysym <= 0x7e) || (keysym >= 0xa0 && keysym <= 0xff))
        return static_cast<char32_t> (keysym);

    if ((keysym & 0xff000000) == 0x01000000)
        return static_cast<char32_t> (keysym & 0x00ffffff);

    switch (keysym)
    {
        case 0xfe50:
            return U'`';
        case 0xfe51:
            return U'\u00b4';
        case 0xfe52:
            return U'^';
        case 0xfe53:
            return U'~';
        case 0xfe57:
            return U'\u00a8';
        case 0x20ac:
            return U'\u20ac';
        default:
            return keysym < 0x1000 ? fromOldSet (keysym) : 0;
    }
}

/** The code of the Linux input layer for a place of KeyboardLayout; X adds 8. The same on every keyboard. */
constexpr unsigned char inputCodes[] = { 41, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 43, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 86 };

static_assert (std::size (inputCodes) == KeyboardLayout::places.size());

KeyboardLayout readLayout (const Xlib& x, void* display, int group)
{
    KeyboardLayout layout;
    layout.name = "keyboard group " + std::to_string (group + 1);

    for (std::size_t i = 0; i < KeyboardLayout::places.size(); ++i)
    {
        const auto code = static_cast<unsigned char> (inputCodes[i] + 8);
        layout.plain[i] = characterOf (x.keysym (display, code, group, 0));
        layout.shifted[i] = characterOf (x.keysym (display, code, group, 1));
    }

    return layout;
}

bool isEmpty (const KeyboardLayout& layout)
{
    return std::all_of (layout.plain.begin(), layout.plain.end(), [] (char32_t c) { return c == 0; });
}

} // namespace

std::optional<PhysicalKeys> queryPhysicalKeys()
{
    static const Xlib x;

    if (! x.isComplete())
        return std::nullopt;

    // A connection of our own has no stale copy of the map, so that a change of the layout is seen.
    auto* display = x.open (nullptr);

    if (display == nullptr)
        return std::nullopt;

    constexpr unsigned coreKeyboard = 0x0100;
    unsigned char state[64] = {}; // XkbStateRec, whose first byte is the group in use
    const auto current = x.state (display, coreKeyboard, state) == 0 ? static_cast<int> (state[0]) : 0;
    std::vector<KeyboardLayout> layouts;

    for (auto group : { current, 0, 1, 2, 3 })
        if (auto layout = readLayout (x, display, group); ! isEmpty (layout) && (layouts.empty() || group != current))
            layouts.push_back (std::move (layout));

    x.close (display);

    if (layouts.empty())
        return std::nullopt;

    return PhysicalKeys (std::move (layouts));
}

#else

std::optional<PhysicalKeys> queryPhysicalKeys()
{
    return std::nullopt;
}

#endif

} // namespace athanor
