// SPDX-License-Identifier: GPL-3.0-or-later
// Sleeves for sounds: a picture made of who asks, of what was asked and of how it sounds, and of nothing else.
#pragma once

#include "Compose/Intent/Intent.h"
#include "Media/Drawing.h"
#include "Media/Timbre.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace athanor
{

/** Ways of composing a sleeve, in the order in which they open. */
enum class CoverSeries { rings,
                         strata,
                         waves,
                         lattice,
                         petals,
                         halftone,
                         constellations,
                         ribbons,
                         woodcut,
                         prism };

template <>
inline constexpr std::array<std::string_view, 10> choiceNames<CoverSeries> { "rings", "strata", "waves", "lattice", "petals", "halftone", "constellations", "ribbons", "woodcut", "prism" };

/** How many works somebody has made when a series opens. */
int worksFor (CoverSeries) noexcept;

/** All that are open to somebody with so many works, in their order. Four are open to everybody. */
std::vector<CoverSeries> openSeries (int works);

/** Changes with every change of what is drawn for the same request. */
inline constexpr int coverVersion = 1;

struct CoverRequest
{
    std::uint64_t style = 0;   ///< The hand of a profile: colours, frame and emblem that its sleeves have in common.
    std::uint64_t subject = 0; ///< What the sleeve is for, as a number made of the request for the patch.
    SoundCategory category {};
    Timbre timbre {}; ///< Bright sounds lie on light ground, rough ones have corners, wide ones spread, moving ones turn.

    /** Each is another sleeve. The first one is of a series that is open to everybody, so that the same request gives the same bundle
        however many works there are by now. */
    int version = 0;
    int works = 0;                        ///< How many there are, for later versions.
    std::optional<CoverSeries> series {}; ///< Asked for by name; whether it is open is the caller's to ask.
};

CoverSeries seriesFor (const CoverRequest&);

/** Some hundred to thousand shapes. Equal requests give equal drawings. */
Drawing makeCover (const CoverRequest&);

} // namespace athanor
