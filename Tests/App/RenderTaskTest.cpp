// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/RenderTask.h"

#include "App/SmallProject.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct RenderTaskTest : testing::Test
{
    RenderTaskTest() { request.file = folder.path / "song.wav"; }

    static const Result<RenderSummary>& finish (const RenderTask& task)
    {
        while (task.result() == nullptr)
            std::this_thread::yield();

        return *task.result();
    }

    TemporaryFolder folder;
    Session session;
    RenderRequest request;
};
} // namespace

TEST_F (RenderTaskTest, rendersTheSongAsItWasWhenItBegan)
{
    RenderTask task (session, request);
    session.start (Project());
    const auto& result = finish (task);

    ASSERT_TRUE (result) << result.failure().message;
    EXPECT_GT (result->seconds, 7) << "a pattern of 16 beats at 120";
    EXPECT_TRUE (std::filesystem::exists (request.file));
    EXPECT_DOUBLE_EQ (task.progress(), 1);
}

TEST_F (RenderTaskTest, leavesNothingBehindWhenItIsStopped)
{
    {
        RenderTask task (session, request);
        task.stop();
        finish (task);
    }

    if (std::filesystem::exists (request.file))
        GTEST_SKIP() << "it was faster than the hand that stopped it";

    EXPECT_TRUE (std::filesystem::is_empty (folder.path));
}

TEST_F (RenderTaskTest, saysWhyItFailed)
{
    request.file = folder.path / "nowhere" / "song.wav";
    const RenderTask task (session, request);
    const auto& result = finish (task);

    ASSERT_FALSE (result);
    EXPECT_TRUE (result.failure().message.ends_with ('.')) << result.failure().message;
}

} // namespace athanor
