// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real key store, without one, and with one that does not answer.
#include "Store/Secrets.h"

#include "Support/Servers.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <thread>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace athanor
{

namespace
{
const KeyName openAi { "openai", "OpenAI", "ATHANOR_TEST_KEY" }, gemini { "gemini", "Gemini", "" };

struct SecretsTest : testing::Test
{
    void SetUp() override
    {
        if (! store.isRunning())
            GTEST_SKIP() << "dbus or gnome-keyring is not installed";
    }

    std::string found (const KeyName& name) const
    {
        const auto key = findKey (name);
        EXPECT_TRUE (key) << key.failure().detail;
        return key ? std::string (key->secret.reveal()) : std::string();
    }

    KeyStore store;
};

void expectFailure (const Failure& failure)
{
    EXPECT_TRUE (failure.message.ends_with ('.')) << failure.message;
    EXPECT_EQ (failure.message.find ("sk-"), std::string::npos);
    EXPECT_EQ (failure.detail.find ("sk-"), std::string::npos);
}

void expectNoStore()
{
    const auto key = findKey (openAi);
    ASSERT_FALSE (key);
    expectFailure (key.failure());
    EXPECT_NE (key.failure().message.find ("ATHANOR_TEST_KEY"), std::string::npos) << key.failure().message;
    const auto kept = keepKey (openAi, Secret ("sk-1234567890")), erased = eraseKey (openAi);
    ASSERT_TRUE (! kept && ! erased);
    expectFailure (kept.failure());
    expectFailure (erased.failure());

    const EnvironmentVariable variable ("ATHANOR_TEST_KEY", "sk-from-outside");
    EXPECT_EQ (findKey (openAi)->source, KeySource::environment) << "for that nobody is needed";
}
} // namespace

TEST_F (SecretsTest, areKeptUntilTheyAreErased)
{
    EXPECT_EQ (findKey (openAi)->source, KeySource::none);
    ASSERT_TRUE (keepKey (openAi, Secret (" sk-first-1234567890\n")));
    ASSERT_TRUE (keepKey (gemini, Secret ("AIza-1234567890")));
    EXPECT_EQ (findKey (openAi)->source, KeySource::keyStore);
    EXPECT_EQ (found (openAi), "sk-first-1234567890");

    ASSERT_TRUE (keepKey (openAi, Secret ("sk-second-1234567890")));
    EXPECT_EQ (found (openAi), "sk-second-1234567890");
    ASSERT_TRUE (eraseKey (openAi));
    ASSERT_TRUE (eraseKey (openAi)) << "what is not there is erased";
    EXPECT_EQ (findKey (openAi)->source, KeySource::none);
    EXPECT_EQ (found (gemini), "AIza-1234567890");
}

TEST_F (SecretsTest, lieNowhereInTheOpen)
{
    ASSERT_TRUE (keepKey (openAi, Secret ("sk-plain-1234567890")));
    EXPECT_EQ (found (openAi), "sk-plain-1234567890");
    EXPECT_EQ (store.kept().find ("sk-plain"), std::string::npos);
}

TEST_F (SecretsTest, theEnvironmentGoesFirst)
{
    ASSERT_TRUE (keepKey (openAi, Secret ("sk-kept-1234567890")));

    {
        const EnvironmentVariable variable ("ATHANOR_TEST_KEY", "sk-from-outside");
        EXPECT_EQ (found (openAi), "sk-from-outside");
        EXPECT_EQ (findKey (openAi)->source, KeySource::environment);
    }

    const EnvironmentVariable blank ("ATHANOR_TEST_KEY", " ");
    EXPECT_EQ (found (openAi), "sk-kept-1234567890");
}

TEST_F (SecretsTest, whatIsNoKeyIsNotKept)
{
    for (const std::string text : { "", "  ", "two words", "line\nbreak", "be\all" })
    {
        const auto kept = keepKey (openAi, Secret (text));
        ASSERT_FALSE (kept) << text;
        expectFailure (kept.failure());
    }

    EXPECT_FALSE (keepKey (openAi, Secret (std::string (5'000, 'k'))));
    EXPECT_EQ (findKey (openAi)->source, KeySource::none);
}

TEST_F (SecretsTest, severalThreadsMayAskAtOnce)
{
    ASSERT_TRUE (keepKey (openAi, Secret ("sk-shared-1234567890")));
    std::vector<std::jthread> threads;

    for (int i = 0; i < 4; ++i)
        threads.emplace_back ([this] { EXPECT_EQ (found (openAi), "sk-shared-1234567890"); });
}

TEST (Secrets, areRefusedWithASentenceWhereThereIsNoBus)
{
    const TemporaryFolder folder;
    const EnvironmentVariable address ("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + (folder.path / "nothing").string());
    expectNoStore();
}

TEST (Secrets, areRefusedWithASentenceWhereNobodyKeepsThem)
{
    const TemporaryFolder folder;
    const auto address = "unix:path=" + (folder.path / "bus").string();
    const EnvironmentVariable chosen ("DBUS_SESSION_BUS_ADDRESS", address);
    std::ofstream (folder.path / "bus.conf") << "<busconfig><type>session</type><listen>" << address << "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow own=\"*\"/></policy></busconfig>";
    Process bus ({ "dbus-daemon", "--nofork", "--nopidfile", "--config-file=" + (folder.path / "bus.conf").string() });

    while (bus.isRunning() && ! std::filesystem::exists (folder.path / "bus"))
        std::this_thread::yield();

    if (! bus.isRunning())
        GTEST_SKIP() << "dbus is not installed";

    expectNoStore();
}

TEST (Secrets, areNotWaitedForForEver)
{
    // A bus that takes connections and never says a word.
    const TemporaryFolder folder;
    sockaddr_un place {};
    place.sun_family = AF_UNIX;
    (folder.path / "bus").string().copy (place.sun_path, sizeof (place.sun_path) - 1);
    const auto silent = ::socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ASSERT_EQ (::bind (silent, reinterpret_cast<const sockaddr*> (&place), sizeof (place)), 0);
    ASSERT_EQ (::listen (silent, 8), 0);
    const EnvironmentVariable address ("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + (folder.path / "bus").string());

    const auto late = findKey (openAi, { {}, std::chrono::milliseconds (100) });
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = findKey (openAi, { stop.get_token(), std::chrono::hours (1) });
    ::close (silent);

    for (const auto& key : { late, stopped })
    {
        ASSERT_FALSE (key);
        expectFailure (key.failure());
    }
}

} // namespace athanor
