// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/KeyDesk.h"
#include "App/Copilot/CopilotDesk.h"

#include "App/Session.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
struct KeyDeskTest : testing::Test
{
    KeyDeskTest()
    {
        messages = session.onMessage.add ([this] (const std::string& sentence) { said.push_back (sentence); });
    }

    Result<Value> run (const char* id, const char* provider, const char* key = nullptr)
    {
        Arguments arguments { { "provider", provider } };

        if (key != nullptr)
            arguments["key"] = key;

        auto result = session.actions().run (id, arguments);
        session.copilot().keys().settle();
        return result;
    }

    bool isKept() { return session.preferences().truth (keySetting ("openai"), false); }

    EnvironmentVariable variable { "OPENAI_API_KEY", "" };
    Session session;
    std::vector<std::string> said;
    Subscription messages;
};
} // namespace

TEST_F (KeyDeskTest, givesAKeyToTheKeyStoreAndTakesItBack)
{
    KeyStore store;

    if (! store.isRunning())
        GTEST_SKIP() << "dbus or gnome-keyring is not installed";

    ASSERT_TRUE (run ("planner.setKey", "openai", "sk-test-1234567890"));
    EXPECT_EQ (said, std::vector<std::string> { "The key for OpenAI is in the system's key store." });
    EXPECT_TRUE (isKept());
    EXPECT_EQ (findKey (keyNameOf (*plannerProvider ("openai")))->secret.reveal(), "sk-test-1234567890");

    ASSERT_TRUE (run ("planner.eraseKey", "openai"));
    EXPECT_EQ (said.back(), "The key for OpenAI was erased.");
    EXPECT_FALSE (isKept());
    EXPECT_EQ (findKey (keyNameOf (*plannerProvider ("openai")))->source, KeySource::none);
}

TEST_F (KeyDeskTest, saysWhereThereIsNoKeyStore)
{
    const EnvironmentVariable noBus ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus");
    ASSERT_TRUE (run ("planner.setKey", "openai", "sk-test-1234567890"));
    ASSERT_EQ (said.size(), 1u);
    EXPECT_TRUE (said.front().starts_with ("This system has no key store that answers")) << said.front();
    EXPECT_EQ (said.front().find ("sk-"), std::string::npos);
    EXPECT_FALSE (isKept());
    EXPECT_EQ (session.copilot().keys().sentence(), said.front());
}

TEST_F (KeyDeskTest, refusesWhatMakesNoSense)
{
    EXPECT_FALSE (run ("planner.setKey", "nobody", "sk-test-1234567890"));
    EXPECT_FALSE (run ("planner.setKey", "ollama", "sk-test-1234567890")) << "takes no key";
    EXPECT_FALSE (run ("planner.setKey", "openai")) << "which one?";
    EXPECT_TRUE (run ("planner.setKey", "openai", "two words")) << "is told a moment later";
    EXPECT_EQ (said, std::vector<std::string> { "This is no key: it should be one word without spaces." });
}

TEST_F (KeyDeskTest, thePlannerIsChosenByAnAction)
{
    const EnvironmentVariable none ("ATHANOR_PLANNER", "");
    const auto chosen = session.actions().run ("planner.choose", { { "provider", "ollama" }, { "model", "m" } });
    ASSERT_TRUE (chosen);
    EXPECT_EQ (*chosen, Value ("Prompts go to 127.0.0.1:11434, model m; nothing leaves this machine."));
    EXPECT_FALSE (session.actions().run ("planner.choose", { { "provider", "ollama" }, { "url", "http://example.org" } }));
    EXPECT_EQ (plannerChoice (session.preferences()).model, "m");
    EXPECT_TRUE (session.actions().run ("planner.forgetAnswers"));
}

} // namespace athanor
