// SPDX-License-Identifier: GPL-3.0-or-later
// A window of a user who never used it before, for tests of the sheets around files.
#pragma once

#include "Support/Files.h"
#include "Support/Servers.h"
#include "Ui/Files/FileSheets.h"
#include "Ui/Kit/Dialog.h"
#include "Ui/SongFixture.h"

namespace athanor
{

class FilesTest : public SongTest
{
public:
    FilesTest()
    {
        overlay.setSize (1600, 1000);
        declareFileSheets (deeds);
    }

    /** The sheet on top, if it is of that kind. */
    template <typename Kind>
    Kind* shown()
    {
        deliverMessages();
        return dynamic_cast<Kind*> (overlay.current());
    }

    static PushButton* button (juce::Component& in, const juce::String& text)
    {
        for (auto* child : in.getChildren())
            if (auto* found = dynamic_cast<PushButton*> (child); found != nullptr && found->getButtonText() == text)
                return found;

        return nullptr;
    }

    void setTempo (double tempo)
    {
        session.edit ("change tempo", [&] (Project& project) { project.tempo.edit (Ticks()).beatsPerMinute = tempo; });
    }

    double tempo() const { return session.project().tempo.begin()->second->beatsPerMinute; }

    TemporaryFolder folder;
    EnvironmentVariable home { "ATHANOR_HOME", (folder.path / "home").string() };
    Overlay overlay;
    Toast toast;
    Deeds deeds { session, overlay, toast };
};

} // namespace athanor
