// SPDX-License-Identifier: GPL-3.0-or-later
// Colours for sleeves, chosen by eye: ground, ink, and three that are loud on that ground.
#include "Compose/Cover/Scene.h"

#include <algorithm>
#include <cmath>

namespace athanor::cover
{

namespace
{
constexpr int inAGroup = 7;

/** By dark and light, cool and warm. */
constexpr std::uint32_t written[2][2][inAGroup][5] {
    { {
          { 0x0b1420, 0xe6eef2, 0x2ec4b6, 0x3a86c8, 0xf2c14e },
          { 0x10122b, 0xe8e6f5, 0x7b7fe0, 0x3f4cc0, 0xf08a8a },
          { 0x0e1f1c, 0xe9efe2, 0x5fa777, 0xd8c99b, 0x2d6a6a },
          { 0x15191e, 0xe9edf0, 0x8aa2b5, 0x4d6a82, 0xe4b363 },
          { 0x0a1a24, 0xe3f6f1, 0x43d9ad, 0x6c63ff, 0xff7aa8 },
          { 0x14142e, 0xf1eadf, 0x4562c9, 0x9bb1ff, 0xf26b5b },
          { 0x0f1626, 0xf4f1e8, 0x1f7a8c, 0xbfdbf7, 0xe94f37 },
      },
      {
          { 0x1a1013, 0xf4e3c8, 0xe4572e, 0xf3a712, 0x8c2f39 },
          { 0x2b0f12, 0xefe0d0, 0xc8553d, 0xf28f3b, 0x588b8b },
          { 0x201a18, 0xede0d4, 0xd96c3f, 0xb08968, 0x5c7457 },
          { 0x241127, 0xf6e8e0, 0xe85d75, 0xf9b384, 0x7d6b97 },
          { 0x2a1d14, 0xf2e3c6, 0xd98e2b, 0xa63d1e, 0x5f7d6a },
          { 0x170f1f, 0xffe8d1, 0xff6f59, 0xfec89a, 0x43aa8b },
          { 0x1d1519, 0xf7ebe0, 0xd1495b, 0xedae49, 0x30638e },
      } },
    { {
          { 0xe6ecec, 0x17252b, 0x2a7f8e, 0x7fb3b8, 0xe07a5f },
          { 0xe4eef5, 0x14213d, 0x3d6fb4, 0x9cc4e4, 0xf4a259 },
          { 0xe0ebe1, 0x1d2b26, 0x4c8c73, 0xa7cbb0, 0xd95d39 },
          { 0xe9e5f1, 0x231f38, 0x7d6bb2, 0xb9a8de, 0xef8354 },
          { 0xededea, 0x1b1b1e, 0x3a5a98, 0xa3b1bf, 0xe4572e },
          { 0xdff0ee, 0x10302f, 0x148f8b, 0x67c5c0, 0xf2705b },
          { 0xf1f0ea, 0x20232a, 0x264653, 0x2a9d8f, 0xe9a23b },
      },
      {
          { 0xf3ead9, 0x22201d, 0xd8412f, 0xe9a23b, 0x2f5d62 },
          { 0xf2e0cc, 0x33211b, 0xc65d3b, 0xe5a977, 0x3c5a57 },
          { 0xfbe6d0, 0x2b2430, 0xef7d57, 0xf4b860, 0x5b618a },
          { 0xf7e1dc, 0x2e1f27, 0xd4526e, 0xf2a48c, 0x415a77 },
          { 0xf3e7c3, 0x23261f, 0xd9a514, 0xc04f15, 0x46624f },
          { 0xf5ded5, 0x1f2633, 0xe0603f, 0x8e3b46, 0x5f8a8b },
          { 0xf4efe6, 0x1f1b24, 0xe63946, 0xf1a208, 0x457b9d },
      } }
};

/** Turned around the circle of hues, its lightness as it was as far as eight bits hold it. */
Colour turned (Colour colour, double degrees)
{
    const auto angle = degrees * 3.14159265358979 / 180;
    const auto c = std::cos (angle), s = std::sin (angle);
    const double r = colour.red, g = colour.green, b = colour.blue;
    const auto number = [] (double x) { return static_cast<std::uint8_t> (std::lround (std::clamp (x, 0.0, 255.0))); };

    // Around the axis of the greys, which keeps luminance as ITU-R BT.709 weighs it.
    constexpr double kr = 0.2126, kg = 0.7152, kb = 0.0722;
    return { number ((kr + c * (1 - kr) - s * kr) * r + (kg - c * kg - s * kg) * g + (kb - c * kb + s * (1 - kb)) * b),
             number ((kr - c * kr + s * 0.143) * r + (kg + c * (1 - kg) + s * 0.140) * g + (kb - c * kb - s * 0.283) * b),
             number ((kr - c * kr - s * (1 - kr)) * r + (kg - c * kg + s * kg) * g + (kb + c * (1 - kb) + s * kb) * b), colour.alpha };
}
} // namespace

Palette paletteFor (bool isLight, bool isWarm, std::uint64_t which, double hueTurn)
{
    const auto& colours = written[isLight ? 1 : 0][isWarm ? 1 : 0][which % inAGroup];
    const auto at = [&] (std::size_t i) { return turned (Colour::of (colours[i]), hueTurn); };
    return { at (0), at (1), at (2), at (3), at (4) };
}

} // namespace athanor::cover
