// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Detect.h"

#include "Formats/Midi/MidiExport.h"
#include "Formats/Packed.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Project/Pieces.h"
#include "Formats/Project/ProjectFile.h"
#include "Formats/Vital/VitalFile.h"
#include "Media/AudioWriter.h"
#include "Support/RandomProject.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (Detect, tellsFilesByTheirContent)
{
    const auto project = randomProject (1);
    const auto wav = *encodeAudio ({ 44'100, 1, { 0.5f, -0.5f } }, {});
    const auto text = formatProject (project);

    EXPECT_EQ (kindOf (text), FileKind::project);
    EXPECT_EQ (kindOf (*packFiles ({ { "project.json", text } })), FileKind::packedProject);
    EXPECT_EQ (kindOf (formatClip ({})), FileKind::piece);
    EXPECT_EQ (kindOf (writePatch ({})), FileKind::patch);
    EXPECT_EQ (kindOf (*writeVital ({})), FileKind::patch);
    EXPECT_EQ (kindOf (exportMidi (project)), FileKind::midi);
    EXPECT_EQ (kindOf (wav), FileKind::audio);

    for (const auto* other : { "", "hello", "{\"a\": 1}", "{", "%PDF-1.4" })
        EXPECT_EQ (kindOf (other), FileKind::unknown) << other;
}

TEST (Detect, saysWhatIsInIt)
{
    Project project;
    project.title = "Ofen";
    project.tracks.put (TrackId { 1 }, {});
    const auto info = describe (*packFiles ({ { "project.json", formatProject (project) } }));
    EXPECT_EQ (info.name, "Packed Athanor project");
    EXPECT_EQ (info.title, "Ofen");
    EXPECT_EQ (info.facts.front(), "1 track");
    EXPECT_TRUE (info.losses.empty());
    EXPECT_EQ (describe ("no").losses.front(), "This kind of file is not known.");
    EXPECT_EQ (describe (*encodeAudio ({ 22'050, 2, { 0, 0 } }, {})).facts[1], "22050 Hz");
}

} // namespace athanor
