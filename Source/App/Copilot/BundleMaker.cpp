// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/BundleMaker.h"

#include "App/Copilot/PatchEar.h"
#include "App/Copilot/WhyText.h"
#include "App/Presets/PresetTimbre.h"
#include "Core/Hash.h"
#include "Core/Id.h"
#include "Core/Text.h"
#include "Formats/Bundle/Bundle.h"
#include "Formats/Bundle/FileName.h"
#include "Formats/Json.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Picture/Picture.h"
#include "Formats/Vital/BakeMacros.h"
#include "Media/AudioWriter.h"
#include "Store/Assets.h"
#include "Store/AtomicFile.h"
#include "Store/Paths.h"
#include "Store/WorkTable.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
constexpr int pixels = 512;

const Failure stopped { "The bundle was not made: you stopped it.", "" };

Value::List listOf (const std::vector<std::string>& texts) { return { texts.begin(), texts.end() }; }

/** The request, without the intent that came of it and without whose it is. */
Value::Parts requestOf (const BundleOrder& order)
{
    const auto& origin = order.made.origin;

    // As a text, for many programs know whole numbers up to 53 bits alone.
    return { { "prompts", listOf (origin.prompts) }, { "tags", listOf (order.tags) }, { "template", origin.templateId }, { "template_version", origin.templateVersion }, { "base", origin.base }, { "seed", std::to_string (origin.seed) }, { "variation", origin.variation }, { "planner", origin.planner }, { "generator", origin.generator } };
}

/** The patch with where it came from, as it goes into files. */
PatchSpec patchOf (const MadePatch& made)
{
    auto patch = made.patch;
    patch.origin = formatJson (toValue (made.origin), JsonLayout::oneLine);
    return patch;
}

std::uint64_t numberOf (const std::string& text) { return fromHex (contentHash (text).substr (0, 16)).value_or (0); }

/** How far it is; says no when nobody wants it any more. */
struct Steps
{
    const BundleProgress& tell;
    std::stop_token stop;

    bool reach (double place) const
    {
        if (tell)
            tell (place);

        return ! stop.stop_requested();
    }
};

/** Files wish for a sound that does not clip. */
dsp::Sound within (dsp::Sound sound)
{
    float peak = 0;

    for (const auto sample : sound.samples)
        peak = std::max (peak, std::abs (sample));

    if (constexpr auto most = 0.98f; peak > most)
        for (auto& sample : sound.samples)
            sample *= most / peak;

    return sound;
}

struct Sleeve
{
    std::string svg, png;
    Value about;
};

Result<Sleeve> sleeveOf (const CoverRequest& request)
{
    const auto drawing = makeCover (request);
    const auto png = writePng (drawing, pixels);

    if (! png)
        return png.failure();

    return Sleeve { writeSvg (drawing), *png, Value::Parts { { "series", std::string (nameOf (seriesFor (request))) }, { "version", request.version }, { "generator", coverVersion }, { "style", toHex (request.style) } } };
}

/** Where works are kept, open. */
struct Shelf
{
    WorkTable works;
    Assets artifacts;
};

Result<Shelf> open (const BundlePlace& place)
{
    auto library = Library::open (place.library);

    if (! library)
        return library.failure();

    auto works = WorkTable::open (*library);

    if (! works)
        return works.failure();

    return Shelf { *works, Assets (place.artifacts) };
}

/** The bytes of a work, if they are all there and as they were; empty: they are not. */
std::string bytesOf (const StoredWork& work, const Shelf& shelf)
{
    const auto file = isContentHash (work.artifact) ? shelf.artifacts.find (work.artifact) : std::filesystem::path();
    auto bytes = file.empty() ? Result<std::string> (Failure {}) : readFile (file, bundleLimits.bytes);
    return bytes && contentHash (*bytes) == work.artifact ? std::move (*bytes) : std::string();
}

/** The newest work of a request, if it is of that patch. */
std::optional<MadeBundle> kept (const Shelf& shelf, const std::string& key, const std::string& patch)
{
    const auto work = shelf.works.find (key);

    if (! work || work->patch != patch)
        return {};

    auto bytes = bytesOf (*work, shelf);

    if (bytes.empty())
        return {};

    return MadeBundle { std::move (bytes), key, work->artifact, safeFileName (work->name) + ".zip", work->version, true, {} };
}

Result<MadeBundle> keep (Shelf& shelf, const BundleOrder& order, const std::string& key, const std::string& patch, const BundleParts& parts, int version)
{
    const auto written = writeBundle (parts);

    if (! written)
        return written.failure();

    const auto artifact = shelf.artifacts.addBytes (written->bytes);

    if (! artifact)
        return artifact.failure();

    const StoredWork work { key, version, patch, *artifact, order.made.patch.name, std::string (nameOf (order.made.category)), std::chrono::system_clock::now() };

    if (const auto done = shelf.works.put (work); ! done)
        return done.failure();

    return MadeBundle { written->bytes, key, *artifact, written->fileName, version, false, written->remarks };
}

Result<BundleParts> play (const BundleOrder& order, const std::string& key, const Steps& steps)
{
    const auto& made = order.made;
    auto request = requestOf (order);
    request["key"] = key;
    BundleParts parts { .patch = patchOf (made), .category = std::string (nameOf (made.category)), .request = request, .origin = toValue (made.origin), .why = whyText (made), .flac = {}, .ogg = {}, .svg = {}, .png = {} };

    if (! steps.reach (0.05))
        return stopped;

    const auto phrase = within (*playedPhrase (made.patch, made.category));

    if (! steps.reach (0.45))
        return stopped;

    const auto flac = encodeAudio (phrase, { .format = AudioFormat::flac, .sampleRate = phrase.sampleRate, .channels = phrase.channels, .bits = 16, .title = made.patch.name });
    const auto ogg = encodeAudio (phrase, { .format = AudioFormat::ogg, .sampleRate = phrase.sampleRate, .channels = phrase.channels, .quality = 0.6, .title = made.patch.name });

    if (! flac || ! ogg)
        return ! flac ? flac.failure() : ogg.failure();

    parts.flac = *flac;
    parts.ogg = *ogg;
    return steps.reach (0.6) ? Result<BundleParts> (std::move (parts)) : Result<BundleParts> (stopped);
}

/** Puts a sleeve on the rest. */
Result<Done> dress (BundleParts& parts, const CoverRequest& request)
{
    const auto sleeve = sleeveOf (request);

    if (! sleeve)
        return sleeve.failure();

    parts.svg = sleeve->svg;
    parts.png = sleeve->png;
    parts.about["cover"] = sleeve->about;
    return Done {};
}

/** Puts on the sleeve that another form of the same sound has, as one without some of its parts, if that is still there. */
bool dressAs (const StoredWork& work, BundleParts& parts, const Shelf& shelf)
{
    const auto bundle = readBundle (bytesOf (work, shelf));

    if (! bundle || ! bundle->files.contains ("cover.svg") || ! bundle->files.contains ("cover.png"))
        return false;

    parts.svg = bundle->files.at ("cover.svg");
    parts.png = bundle->files.at ("cover.png");
    parts.about["cover"] = bundle->cover;
    return true;
}
} // namespace

BundlePlace BundlePlace::ofUser() { return { paths::library(), paths::artifacts() }; }

std::string bundleKey (const BundleOrder& order)
{
    auto request = requestOf (order);
    request["profile"] = order.profile;
    request["cover"] = coverVersion;
    request["bundle"] = bundleSchema;
    return contentHash (formatJson (request, JsonLayout::oneLine));
}

std::string writtenPatch (const MadePatch& made) { return writePatch (patchOf (made)); }

Timbre heardTimbre (const MadePatch& made) { return made.timbre == Timbre() ? timbreOfPatch (made.patch) : made.timbre; }

std::string profileNamed (std::string_view typed) { return shortened (trimmed (typed), longestProfile); }

std::uint64_t styleOf (const std::string& profile) { return numberOf ("style of " + profile); }

CoverRequest coverRequestFor (const BundleOrder& order, const Timbre& timbre, int version, int works)
{
    return { .style = styleOf (order.profile), .subject = numberOf (bundleKey (order)), .category = order.made.category, .timbre = timbre, .version = version, .works = works, .series = {} };
}

Result<MadeBundle> makeBundle (const BundleOrder& order, const BundlePlace& place, const BundleProgress& progress, std::stop_token stop)
{
    const Steps steps { progress, std::move (stop) };
    auto shelf = open (place);

    if (! shelf)
        return shelf.failure();

    auto opened = *shelf;
    const auto key = bundleKey (order), patch = contentHash (writtenPatch (order.made));

    if (auto found = kept (opened, key, patch))
    {
        auto baked = order.made.patch;
        found->remarks = bakeMacros (baked);
        steps.reach (1);
        return *found;
    }

    auto parts = play (order, key, steps);

    if (! parts)
        return parts.failure();

    auto whole = *parts;
    const auto newest = opened.works.find (key);
    const auto version = newest ? newest->version : 0;

    // One that somebody asked for stays; if it is lost, it is painted again.
    if (version == 0 || ! dressAs (*newest, whole, opened))
        if (const auto done = dress (whole, coverRequestFor (order, heardTimbre (order.made), version, opened.works.count())); ! done)
            return done.failure();

    if (! steps.reach (0.8))
        return stopped;

    const auto made = keep (opened, order, key, patch, whole, version);
    steps.reach (1);
    return made;
}

Result<MadeBundle> anotherSleeve (const BundleOrder& order, const BundlePlace& place, std::optional<CoverSeries> series, const BundleProgress& progress, std::stop_token stop)
{
    const auto before = makeBundle (
        order, place, [&] (double share) { if (progress)
                progress (0.7 * share); }, stop);

    if (! before)
        return before.failure();

    auto shelf = open (place);
    const auto bundle = readBundle (before->bytes);

    if (! shelf || ! bundle)
        return ! shelf ? shelf.failure() : bundle.failure();

    auto opened = *shelf;
    const auto fileOf = [&] (const char* name) { return bundle->files.contains (name) ? bundle->files.at (name) : std::string(); };
    BundleParts parts { .patch = patchOf (order.made), .category = bundle->category, .request = bundle->request, .origin = bundle->origin, .why = fileOf ("why.txt"), .flac = fileOf ("preview.flac"), .ogg = fileOf ("preview.ogg"), .svg = {}, .png = {} };
    auto request = coverRequestFor (order, heardTimbre (order.made), before->version + 1, opened.works.count());
    request.series = series;

    if (series && worksFor (*series) > request.works)
        return Failure { "The series \"" + std::string (nameOf (*series)) + "\" opens with " + std::to_string (worksFor (*series)) + " works; you have " + std::to_string (request.works) + ".", "" };

    if (const auto done = dress (parts, request); ! done)
        return done.failure();

    if (stop.stop_requested())
        return stopped;

    return keep (opened, order, before->key, contentHash (writtenPatch (order.made)), parts, request.version);
}

Result<MadePatch> madePatchIn (std::string_view bytes)
{
    const auto bundle = readBundle (bytes);

    if (! bundle)
        return bundle.failure();

    MadePatch made;
    made.patch = bundle->patch;
    made.remarks = bundle->remarks;
    made.category = choiceNamed<SoundCategory> (bundle->category).value_or (SoundCategory {});

    if (const auto origin = originFrom (bundle->origin))
        made.origin = *origin;
    else if (! bundle->origin.isNothing())
        made.remarks.push_back ("How this patch came to be could not be read: " + origin.failure().message);

    return made;
}

} // namespace athanor
