// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/PhysicalKeys.h"

#include <algorithm>

namespace athanor
{

namespace
{

/** The next character of UTF-8; the text is one of ours and well formed. */
char32_t takeCharacter (std::string_view& text)
{
    const auto first = static_cast<unsigned char> (text.front());
    const auto length = first < 0x80 ? 1u : first < 0xe0 ? 2u
                                        : first < 0xf0   ? 3u
                                                         : 4u;
    auto character = static_cast<char32_t> (length == 1 ? first : first & (0x7fu >> length));

    for (std::size_t i = 1; i < length; ++i)
        character = (character << 6) | (static_cast<unsigned char> (text[i]) & 0x3fu);

    text.remove_prefix (length);
    return character;
}

std::optional<char> placeIn (const KeyboardLayout& layout, char32_t character)
{
    for (auto* level : { &layout.plain, &layout.shifted })
        if (const auto found = std::find (level->begin(), level->end(), character); found != level->end())
            return KeyboardLayout::places[static_cast<std::size_t> (found - level->begin())];

    return std::nullopt;
}

/** What stands on a dead key, which X reports by its number when there is no text yet. */
char32_t withoutDeadKey (char32_t character) noexcept
{
    switch (character)
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
        default:
            return character;
    }
}

} // namespace

KeyboardLayout makeLayout (std::string name, std::string_view plain, std::string_view shifted)
{
    KeyboardLayout layout;
    layout.name = std::move (name);

    for (auto [level, text] : { std::pair { &layout.plain, plain }, std::pair { &layout.shifted, shifted } })
        for (auto& character : *level)
        {
            jassert (! text.empty());
            const auto next = text.empty() ? U' ' : takeCharacter (text);
            character = next == U' ' ? 0 : next;
        }

    return layout;
}

const std::vector<KeyboardLayout>& knownLayouts()
{
    // clang-format off
    static const std::vector<KeyboardLayout> layouts {
        makeLayout ("QWERTY (US)", R"(`1234567890-=qwertyuiop[]\asdfghjkl;'zxcvbnm,./ )",
                                   R"(~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>? )"),
        makeLayout ("QWERTY (UK)", R"(`1234567890-=qwertyuiop[]#asdfghjkl;'zxcvbnm,./\)",
                                   R"(¬!"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>?|)"),
        makeLayout ("QWERTZ",      R"(^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-<)",
                                   R"(°!"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_>)"),
        makeLayout ("AZERTY",      R"(²&é"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!<)",
                                   R"( 1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§>)"),
        makeLayout ("Dvorak",      R"(`1234567890[]',.pyfgcrl/=\aoeuidhtns-;qjkxbmwvz )",
                                   R"(~!@#$%^&*(){}"<>PYFGCRL?+|AOEUIDHTNS_:QJKXBMWVZ )"),
        makeLayout ("Colemak",     R"(`1234567890-=qwfpgjluy;[]\arstdhneio'zxcvbkm,./ )",
                                   R"(~!@#$%^&*()_+QWFPGJLUY:{}|ARSTDHNEIO"ZXCVBKM<>? )"),
    };
    // clang-format on
    return layouts;
}

std::optional<char> PhysicalKeys::placeOf (char32_t character) const noexcept
{
    character = withoutDeadKey (character);

    if (character <= U' ')
        return std::nullopt;

    for (auto& layout : layouts)
        if (auto place = placeIn (layout, character))
            return place;

    return std::nullopt;
}

std::optional<char> PhysicalKeys::placeOf (const juce::KeyPress& key) const
{
    // Keys without a character have codes beyond Unicode: arrows, function keys, the number pad.
    const auto code = key.getKeyCode();

    if (code > 0x10ffff || key.isKeyCode (juce::KeyPress::spaceKey))
        return std::nullopt;

    if (const auto text = key.getTextCharacter(); text > L' ' && ! key.getModifiers().isCtrlDown())
        if (auto place = placeOf (static_cast<char32_t> (text)))
            return place;

    // JUCE gives the codes of letters as capitals on some systems.
    const auto lower = static_cast<char32_t> (juce::CharacterFunctions::toLowerCase (static_cast<juce::juce_wchar> (code)));

    if (auto place = placeOf (lower))
        return place;

    return placeOf (static_cast<char32_t> (code));
}

char32_t PhysicalKeys::characterAt (char place) const noexcept
{
    const auto index = KeyboardLayout::places.find (place);
    return index == std::string_view::npos ? 0 : layout().plain[index];
}

std::optional<int> pianoSemitone (char place) noexcept
{
    constexpr std::string_view lower = "zsxdcvgbhnjm,l.;/", upper = "q2w3er5t6y7ui9o0p[=]";

    if (place == 0)
        return std::nullopt;

    if (const auto at = lower.find (place); at != std::string_view::npos)
        return static_cast<int> (at);

    if (const auto at = upper.find (place); at != std::string_view::npos)
        return static_cast<int> (at) + 12;

    return std::nullopt;
}

} // namespace athanor
