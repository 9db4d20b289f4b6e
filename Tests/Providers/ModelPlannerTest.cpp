// SPDX-License-Identifier: GPL-3.0-or-later
#include "Providers/ModelPlanner.h"

#include "Compose/Intent/IntentValue.h"
#include "Providers/Instructions.h"
#include "Providers/Replies.h"
#include "Providers/ValuePath.h"
#include "Support/ScriptedServer.h"

#include <gtest/gtest.h>

#include <thread>

namespace athanor
{

namespace
{
constexpr auto secret = "sk-test-AbCdEfGhIjKlMnOp";
constexpr auto prompt = "dark pad, no reverb <flurb>";

struct ModelPlannerTest : testing::TestWithParam<std::string>
{
    ModelChoice choice() const
    {
        ModelChoice made;
        made.dialect = dialectNamed (GetParam());
        made.baseUrl = server.url() + "/base/";
        made.model = "model-1";
        made.key = Secret (secret);
        made.longest = std::chrono::seconds (20);
        made.firstPause = std::chrono::milliseconds (1);
        made.longestPause = std::chrono::milliseconds (50);
        return made;
    }

    const Dialect& dialect() const { return *dialectNamed (GetParam()); }

    PlannedIntent plan (const SoundIntent* before = nullptr) const { return planWithModel (choice(), prompt, before); }

    void expect (OutcomeKind kind, UserMatter matter = UserMatter::none, const PlannedIntent* of = nullptr) const
    {
        const auto planned = of != nullptr ? *of : plan();
        EXPECT_EQ (planned.outcome.kind, kind) << planned.outcome.failure.message << " " << planned.outcome.failure.detail;
        EXPECT_EQ (planned.outcome.matter, matter) << planned.outcome.failure.message;
        EXPECT_EQ (planned.intent, SoundIntent());
        const auto& [message, detail] = planned.outcome.failure;
        EXPECT_TRUE (message.ends_with ('.') && message.find (". ") == std::string::npos) << message;
        EXPECT_EQ ((message + detail).find ("AbCdEfGh"), std::string::npos) << "no piece of the key is told";
    }

    void expectUnusable (const std::string& json)
    {
        SCOPED_TRACE (json.substr (0, 200));
        server.next (200, replyOf (dialect(), json));
        expect (OutcomeKind::unusableAnswer);
    }

    ScriptedServer server;
};

std::string with (const std::string& part)
{
    std::string json = darkPad;
    return json.insert (1, part + ",");
}

std::string instead (const std::string& text, const std::string& by)
{
    std::string json = darkPad;
    return json.replace (json.find (text), text.size(), by);
}
} // namespace

TEST_P (ModelPlannerTest, readsTheIntentOutOfTheAnswer)
{
    server.next (200, replyOf (dialect(), darkPad));
    const auto planned = plan();
    ASSERT_EQ (planned.outcome.kind, OutcomeKind::ok) << planned.outcome.failure.detail;
    EXPECT_EQ (planned.intent.category(), SoundCategory::pad);
    EXPECT_DOUBLE_EQ (planned.intent.wished (TimbreAxis::brightness), -.6);
    EXPECT_TRUE (planned.intent.excludes (SoundFeature::reverb));
    EXPECT_EQ (planned.requests, 1);
}

TEST_P (ModelPlannerTest, asksInTheDocumentedForm)
{
    server.next (200, replyOf (dialect(), darkPad));
    plan();
    const auto asked = server.received().at (0);
    const auto body = parseJson (asked.body);
    ASSERT_TRUE (body);
    const auto id = GetParam();
    const auto line = id == "openai" ? "/base/responses" : id == "anthropic" ? "/base/messages"
                                                       : id == "gemini"      ? "/base/models/model-1:generateContent"
                                                       : id == "ollama"      ? "/base/api/chat"
                                                                             : "/base/chat/completions";
    EXPECT_EQ (asked.line.substr (0, asked.line.find (" HTTP")), "POST " + std::string (line));
    EXPECT_EQ (asked.line.find (secret), std::string::npos) << "addresses are written down everywhere";
    EXPECT_EQ (asked.body.find (secret), std::string::npos);

    if (id == "openai")
    {
        EXPECT_EQ (asked.headers.at ("authorization"), std::string ("Bearer ") + secret);
        EXPECT_EQ (*valueAt (*body, "store"), Value (false));
        EXPECT_EQ (textAt (*body, "text/format/type"), "json_schema");
        EXPECT_EQ (*valueAt (*body, "text/format/strict"), Value (true));
    }
    else if (id == "anthropic")
    {
        EXPECT_EQ (asked.headers.at ("x-api-key"), secret);
        EXPECT_EQ (asked.headers.at ("anthropic-version"), "2023-06-01");
        EXPECT_EQ (textAt (*body, "tool_choice/name"), textAt (*body, "tools/0/name"));
    }
    else if (id == "gemini")
    {
        EXPECT_EQ (asked.headers.at ("x-goog-api-key"), secret);
        EXPECT_EQ (textAt (*body, "generationConfig/responseSchema/type"), "OBJECT");
    }
    else if (id == "ollama")
    {
        EXPECT_EQ (*valueAt (*body, "stream"), Value (false));
        EXPECT_GE (*valueAt (*body, "options/num_ctx")->as<std::int64_t>(), 8'192) << "else the beginning of the question is dropped";
        EXPECT_EQ (textAt (*body, "format/type"), "object");
    }
    else
        EXPECT_EQ (textAt (*body, "response_format/json_schema/schema/type"), "object");
}

TEST_P (ModelPlannerTest, sendsThePromptAsDataAndWhatWasThere)
{
    SoundIntent before;
    before.categories = { { SoundCategory::bass, 1 } };
    before.remarks = { "Something between us." };
    server.next (200, replyOf (dialect(), darkPad));
    EXPECT_EQ (plan (&before).outcome.kind, OutcomeKind::ok);
    const auto body = server.received().at (0).body;
    const auto input = plannerInput (prompt, &before);
    EXPECT_NE (body.find (quoted (input)), std::string::npos) << body;
    EXPECT_NE (input.find (R"("category":"bass")"), std::string::npos);
    EXPECT_EQ (input.find ("between us"), std::string::npos);
}

TEST_P (ModelPlannerTest, believesOnlyWhatIsAnIntent)
{
    expectUnusable ("{}");
    expectUnusable ("[]");
    expectUnusable ("\"a pad\"");
    expectUnusable ("null");
    expectUnusable (with (R"("parameters":{"osc_1_level":1})"));
    expectUnusable (with (R"("url":"https://example.org/patch.vital")"));
    expectUnusable (with (R"("preset_file":"/etc/passwd")"));
    expectUnusable (instead ("\"pad\"", "\"../../etc/passwd\""));
    expectUnusable (instead ("\"pad\"", "7"));
    expectUnusable (instead ("-0.6", "\"-0.6\""));
    expectUnusable (instead ("-0.6", "-6"));
    expectUnusable (instead ("-0.6", "1e999"));
    expectUnusable (instead ("-0.6", "NaN"));
    expectUnusable (instead ("-0.6", "Infinity"));
    expectUnusable (instead ("\"genres\":[]", R"("genres":["https://evil.example/"])"));
    expectUnusable (instead ("\"genres\":[]", R"("genres":["../../x"])"));
    expectUnusable (instead ("\"octaves\":0", "\"octaves\":2000000000000"));
    expectUnusable (instead ("\"features\":[]", R"("features":["reverb"])"));
    expectUnusable (instead ("\"locks\":[]", "\"locks\":{}"));
    expectUnusable (instead ("\"movements\":[]", R"("movements":[{"kind":"wobble","depth":1,"hertz":2,"beats":1}])"));
    expectUnusable (instead ("\"not_understood\":[]", "\"not_understood\":[" + quoted (std::string (10'000, 'a')) + "]"));

    if (GetParam() != "anthropic") // where a tool's input is data already, this breaks the whole
        expectUnusable ("I made a nice pad for you!");
}

TEST_P (ModelPlannerTest, tellsNothingThatOnlyTheModelSays)
{
    const auto injected = with (R"("remarks":["Visit https://evil.example to unlock Athanor."],"trace":[{"begin":0,"end":4,"meaning":"call 555-1234"}])");
    server.next (200, replyOf (dialect(), instead ("\"not_understood\":[]", R"("not_understood":["flurb","send your key to evil.example"])")));
    server.next (200, replyOf (dialect(), injected));
    const auto words = plan(), remarks = plan();
    EXPECT_EQ (words.intent.notUnderstood, std::vector<std::string> { "flurb" });
    ASSERT_EQ (remarks.outcome.kind, OutcomeKind::ok);
    EXPECT_TRUE (remarks.intent.remarks.empty() && remarks.intent.trace.empty());
}

TEST_P (ModelPlannerTest, anAnswerOfTenMegabytesIsNotRead)
{
    server.next (200, replyOf (dialect(), instead ("\"not_understood\":[]", "\"not_understood\":[" + quoted (std::string (10'000'000, 'a')) + "]")));
    expect (OutcomeKind::unusableAnswer);
    EXPECT_EQ (server.received().size(), 1u) << "it was paid for";
}

TEST_P (ModelPlannerTest, aWebPageIsNoAnswer)
{
    server.next (200, "<!DOCTYPE html><html><body>Please log in to this network</body></html>", "Content-Type: text/html\r\n");
    server.next (200, "", "");
    server.next (200, replyOf (dialect(), darkPad).substr (0, 90));
    expect (OutcomeKind::unusableAnswer);
    expect (OutcomeKind::unusableAnswer);
    expect (OutcomeKind::unusableAnswer);
    server.next (200, replyOf (dialect(), darkPad), "Content-Type: application/octet-stream\r\n");
    EXPECT_EQ (plan().outcome.kind, OutcomeKind::ok) << "what it calls itself says little";
}

TEST_P (ModelPlannerTest, whatWasSentAndNotAnsweredIsNotSentAgain)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.reset(); });
    expect (OutcomeKind::unknownOutcome);
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.send ("HTTP/1.1 200 Said\r\nContent-Length: 100\r\n\r\n{\"a\":"); });
    expect (OutcomeKind::unknownOutcome);
    server.next (504, "");
    expect (OutcomeKind::unknownOutcome);
    EXPECT_EQ (server.received().size(), 3u);
}

TEST_P (ModelPlannerTest, isNotHeldUpForEver)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.holdUntilGone(); });
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.drip ("HTTP/1.1 200 Said\r\nX: " + std::string (100'000, 'x'), 5); });
    auto impatient = choice();
    impatient.longest = std::chrono::milliseconds (200);

    for (int i = 0; i < 2; ++i)
    {
        const auto planned = planWithModel (impatient, prompt);
        expect (OutcomeKind::unknownOutcome, UserMatter::none, &planned);
    }
}

TEST_P (ModelPlannerTest, isCancelledWhileItWaits)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.holdUntilGone(); });
    server.next (503, "", "Retry-After: 30\r\n");
    auto patient = choice();
    patient.longest = patient.longestPause = std::chrono::hours (1);

    for (std::size_t requests = 1; requests <= 2; ++requests)
    {
        std::stop_source stop;
        std::jthread stopper ([&] {
            server.waitForRequests (requests);
            stop.request_stop();
        });
        const auto planned = planWithModel (patient, prompt, nullptr, stop.get_token());
        expect (OutcomeKind::cancelled, UserMatter::none, &planned);
    }
}

TEST_P (ModelPlannerTest, aBusyProviderIsAskedAgainButNotForEver)
{
    server.next (503, "");
    server.next (503, "{}", "Retry-After-Ms: 5\r\n");
    server.next (200, replyOf (dialect(), darkPad));
    const auto planned = plan();
    EXPECT_EQ (planned.outcome.kind, OutcomeKind::ok);
    EXPECT_EQ (planned.requests, 3);

    for (int i = 0; i < 5; ++i)
        server.next (503, "");

    expect (OutcomeKind::retryBackoff);
    EXPECT_EQ (server.received().size(), 6u);
}

TEST_P (ModelPlannerTest, aLongPauseIsToldAndNotWaitedFor)
{
    server.next (503, "", "Retry-After: 37\r\n");
    const auto planned = plan();
    expect (OutcomeKind::retryAfter, UserMatter::none, &planned);
    EXPECT_EQ (planned.outcome.wait, std::chrono::seconds (37));
    EXPECT_NE (planned.outcome.failure.message.find ("37 seconds"), std::string::npos);
    EXPECT_EQ (planned.requests, 1);
}

TEST_P (ModelPlannerTest, aRedirectIsNotFollowed)
{
    for (const auto status : { 301, 302, 307, 308 })
        server.next (status, "", "Location: https://evil.example/\r\n");

    for (int i = 0; i < 4; ++i)
        expect (OutcomeKind::invalidRequest);

    EXPECT_EQ (server.received().size(), 4u);
}

TEST_P (ModelPlannerTest, whereNobodyListensNothingWasSent)
{
    auto nowhere = choice();
    nowhere.mostRepeats = 0;

    {
        const ScriptedServer gone;
        nowhere.baseUrl = gone.url();
    }

    auto planned = planWithModel (nowhere, prompt);
    EXPECT_EQ (planned.outcome.kind, OutcomeKind::retryBackoff) << planned.outcome.failure.detail;

    nowhere.baseUrl = "http://api.openai.com/v1";
    EXPECT_EQ (planWithModel (nowhere, prompt).outcome.kind, OutcomeKind::invalidRequest) << "a key does not travel in the open";
}

TEST_P (ModelPlannerTest, theKeyIsTakenOutOfWhatAServerQuotes)
{
    const auto quoting = quoted (std::string ("Incorrect API key provided: ") + secret + " (sk-test-AbCdEf****MnOp)");
    server.next (401, R"({"error":{"message":)" + quoting + R"(,"type":"invalid_request_error"}})");
    expect (OutcomeKind::rotateKey, UserMatter::key);
    server.next (400, R"({"error":)" + quoting + "}");
    expect (OutcomeKind::invalidRequest);
    server.next (200, replyOf (dialect(), instead ("\"pad\"", quoting)));
    expect (OutcomeKind::unusableAnswer);
}

INSTANTIATE_TEST_SUITE_P (Each, ModelPlannerTest, testing::Values ("openai", "anthropic", "gemini", "ollama", "compatible"), [] (const auto& one) { return one.param; });

TEST (ModelPlanner, takesJsonOutOfAFence)
{
    ScriptedServer server;
    ModelChoice choice;
    choice.dialect = &compatibleDialect;
    choice.baseUrl = server.url();
    server.next (200, replyOf (compatibleDialect, std::string ("```json\n") + darkPad + "\n```"));
    EXPECT_EQ (planWithModel (choice, "dark pad").outcome.kind, OutcomeKind::ok);
    EXPECT_FALSE (server.received().at (0).headers.contains ("authorization")) << "there is no key";
}

TEST (ModelPlanner, seesAnErrorAfterTheFirstLine)
{
    HttpReply reply;
    reply.status = 200;
    reply.body = "{\"message\":{\"content\":\"{\"},\"done\":false}\n{\"error\":\"the model was unloaded\"}\n";
    const auto planned = readModelReply (ollamaDialect, reply, prompt);
    EXPECT_EQ (planned.outcome.kind, OutcomeKind::unusableAnswer);
    EXPECT_NE (planned.outcome.failure.detail.find ("unloaded"), std::string::npos);
}

TEST (ModelPlanner, theNameOfAModelLeavesNoPath)
{
    ScriptedServer server;
    ModelChoice choice;
    choice.dialect = &geminiDialect;
    choice.baseUrl = server.url();
    choice.model = "../a?b#c";
    server.next (200, replyOf (geminiDialect, darkPad));
    EXPECT_EQ (planWithModel (choice, "dark pad").outcome.kind, OutcomeKind::ok);
    EXPECT_TRUE (server.received().at (0).line.starts_with ("POST /models/..%2Fa%3Fb%23c:generateContent ")) << server.received().at (0).line;
}

} // namespace athanor
