// SPDX-License-Identifier: GPL-3.0-or-later
// The panel with a real desk behind it: what it shows while a song is rendered, and what it offers afterwards.
#include "Ui/Jobs/JobsPanel.h"

#include "Support/Files.h"
#include "Ui/SongFixture.h"

#include <cstdlib>
#include <thread>

namespace athanor
{

namespace
{
struct JobsPanelTest : SongTest
{
    JobsPanelTest()
    {
        setenv ("ATHANOR_HOME", (folder.path / "home").c_str(), 1);
        panel.setLookAndFeel (&look);
        panel.onLayout = [this] { panel.setSize (JobsPanel::width, std::max (1, panel.idealHeight())); };
    }

    ~JobsPanelTest() override { panel.setLookAndFeel (nullptr); }

    template <typename Condition>
    void until (Condition isSo)
    {
        for (desk.update(); ! isSo(); desk.update())
            std::this_thread::sleep_for (std::chrono::milliseconds (1));
    }

    std::vector<ProgressRow*> rows() const
    {
        std::vector<ProgressRow*> found;
        const std::function<void (const juce::Component&)> walk = [&] (const juce::Component& parent) {
            for (auto* child : parent.getChildren())
                if (auto* row = dynamic_cast<ProgressRow*> (child))
                    found.push_back (row);
                else
                    walk (*child);
        };
        walk (panel);
        return found;
    }

    TemporaryFolder folder;
    JobDesk desk { { .niceness = 0, .tick = std::chrono::milliseconds (5) } };
    JobsPanel panel { desk };
};
} // namespace

TEST_F (JobsPanelTest, opensByItselfWhileASongIsRenderedAndGoesWhenItIsDone)
{
    desk.render (session, *renderRequestFor (session, folder.path / "song.wav"));
    panel.open (true);
    EXPECT_TRUE (panel.isOpen());
    until ([&] { return ! desk.jobs().empty(); });
    ASSERT_EQ (rows().size(), 1u);
    EXPECT_EQ (rows()[0]->getTitle(), "Render song.wav");
    save (picture (panel, 2), "jobs-panel");

    until ([&] { return desk.jobs()[0].state == JobState::done; });
    EXPECT_FALSE (panel.isOpen());
    EXPECT_EQ (panel.summary(), "");
    EXPECT_EQ (panel.idealHeight(), 0);

    panel.open();
    EXPECT_EQ (rows().size(), 1u) << "what is done is still shown when somebody looks";
    EXPECT_TRUE (rows()[0]->getDescription().contains ("silent")) << rows()[0]->getDescription();
}

TEST_F (JobsPanelTest, staysWhereTheMusicianOpenedItAndTriesAgain)
{
    panel.open();
    auto request = *renderRequestFor (session, folder.path / "later" / "song.wav");
    desk.render (session, request);
    until ([&] { return ! desk.jobs().empty() && desk.jobs()[0].state == JobState::failed; });
    EXPECT_TRUE (panel.isOpen());
    EXPECT_EQ (panel.summary(), "1 job failed");

    std::filesystem::create_directory (folder.path / "later");
    panel.act (desk.jobs()[0]);
    until ([&] { return desk.jobs()[0].state == JobState::done; });
    EXPECT_TRUE (std::filesystem::exists (request.file));
    save (picture (panel, 2), "jobs-panel-done");

    desk.clear();
    until ([&] { return desk.jobs().empty(); });
    EXPECT_TRUE (rows().empty());
}

} // namespace athanor
