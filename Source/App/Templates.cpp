// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Templates.h"

#include "App/Edits/PatternPlaces.h"
#include "App/ExportProject.h"
#include "App/Library.h"
#include "App/LoadProject.h"
#include "App/Session.h"
#include "App/StartProject.h"
#include "Store/Library.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

struct EmptyProject
{
    const char *name, *detail;
    Project (*make)();
};

const std::array empties {
    EmptyProject { "Empty song", "Four tracks with a simple synth, a reverb and a limiter: press a key and it sounds.", startProject },
    EmptyProject { "One instrument", "One track with a simple synth, for a sound or a sketch.", sketchProject },
    EmptyProject { "Eight tracks", "Eight tracks with a synth each, for a song with many parts.", wideProject },
};

std::string counted (std::size_t count, const char* one, const char* many)
{
    return std::to_string (count) + " " + (count == 1 ? one : many);
}

std::string factsOf (const Project& project)
{
    const auto tempo = project.tempo.empty() ? 120.0 : project.tempo.begin()->second->beatsPerMinute;
    return counted (patternTracks (project).size(), "track", "tracks") + ", " + counted (project.patterns.size(), "pattern", "patterns") + ", " + std::to_string (static_cast<int> (tempo + 0.5)) + " BPM";
}

StartingPoint pointOf (const ProjectTemplate& found)
{
    StartingPoint point { found.name, {}, {}, found.path, {}, found.path.parent_path() == userTemplatesFolder() };

    if (const auto loaded = loadProject (found.path))
    {
        const auto& project = loaded->project;
        point.name = project.title.empty() || point.isOwn ? point.name : project.title;
        point.detail = project.notes;
        point.facts = factsOf (project);
        point.outline = outlineOf (project);
    }
    else
        point.detail = loaded.failure().message;

    return point;
}
} // namespace

SongOutline outlineOf (const Project& project)
{
    SongOutline outline;
    const auto tracks = patternTracks (project);
    const auto slots = slotsInOrder (project);
    std::int64_t length = 0;

    for (const auto& slot : slots)
        if (const auto* pattern = project.patterns.find (project.sequence.find (slot)->pattern))
            length += pattern->length.value;

    for (const auto track : tracks)
    {
        const auto row = outline.rows++;
        std::int64_t at = 0;
        outline.colours.push_back (project.tracks.find (track)->colour);

        for (const auto& slot : slots)
        {
            const auto id = project.sequence.find (slot)->pattern;
            const auto* pattern = project.patterns.find (id);

            if (pattern == nullptr)
                continue;

            const auto* clip = clipAt (project, id, track);

            if (clip != nullptr && (! clip->notes.empty() || ! clip->regions.empty()) && length > 0)
                outline.bars.push_back ({ row, static_cast<double> (at) / static_cast<double> (length), static_cast<double> (at + pattern->length.value) / static_cast<double> (length) });

            at += pattern->length.value;
        }
    }

    return outline;
}

std::vector<StartingPoint> startingPoints()
{
    std::vector<StartingPoint> points, others;

    for (const auto& empty : empties)
    {
        const auto project = empty.make();
        points.push_back ({ empty.name, empty.detail, factsOf (project), {}, outlineOf (project), false });
    }

    for (const auto& found : findTemplates ({ userTemplatesFolder(), templatesFolder() }))
        others.push_back (pointOf (found));

    std::ranges::stable_partition (others, &StartingPoint::isOwn);
    points.insert (points.end(), others.begin(), others.end());
    return points;
}

Result<Done> startFrom (Session& session, const std::string& name)
{
    for (const auto& empty : empties)
        if (name == empty.name)
        {
            session.start (empty.make());
            return Done {};
        }

    for (const auto& point : startingPoints())
        if (point.name == name)
        {
            const auto opened = session.open (point.path);
            return opened ? Result<Done> (Done {}) : Result<Done> (opened.failure());
        }

    return Failure { "There is no template called \"" + name + "\".", "" };
}

Result<Done> saveAsTemplate (Session& session, const std::string& name)
{
    if (name.empty() || name.find ('/') != std::string::npos || name.front() == '.')
        return Failure { "A template needs a name without a slash.", name };

    const auto place = userTemplatesFolder() / (name + ".athanor");
    std::error_code error;
    fs::create_directories (userTemplatesFolder(), error);

    // The old one goes only when the new one is whole.
    const auto aside = userTemplatesFolder() / ("." + name + ".before");
    fs::remove_all (aside, error);
    fs::rename (place, aside, error);
    const auto written = writeCopy (session, place);

    if (! written)
        fs::rename (aside, place, error);

    fs::remove_all (aside, error);
    return written;
}

Result<Done> deleteTemplate (const std::string& name)
{
    for (const auto& found : findTemplates ({ userTemplatesFolder() }))
        if (found.name == name)
        {
            std::error_code error;
            fs::remove_all (found.path, error);
            return error ? Result<Done> (Failure { "The template could not be deleted: check that you may write in its folder.", error.message() }) : Result<Done> (Done {});
        }

    return Failure { "There is no template of yours called \"" + name + "\".", "" };
}

} // namespace athanor
