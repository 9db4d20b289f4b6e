// SPDX-License-Identifier: GPL-3.0-or-later
#include "Net/Http.h"

#include "Support/ScriptedServer.h"
#include "Support/Servers.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

namespace athanor
{

namespace
{
struct HttpTest : testing::Test
{
    HttpRequest request (const std::string& path = "/") const
    {
        HttpRequest made;
        made.url = server.url() + path;
        made.source = UrlSource::musician;
        return made;
    }

    HttpReply send() const { return sendHttp (request()); }

    ScriptedServer server;
};

void expectFailure (const HttpReply& reply, HttpEnd end)
{
    EXPECT_EQ (reply.end, end) << reply.failure.detail;
    EXPECT_TRUE (reply.failure.message.ends_with ('.')) << reply.failure.message;
    EXPECT_TRUE (reply.body.empty());
}
} // namespace

TEST_F (HttpTest, postsJsonAndBringsTheAnswer)
{
    server.next (201, R"({"a":1})", "Content-Type: application/json\r\nX-Request-Id:  seven \r\n");
    auto made = request ("/v1/responses");
    made.json = R"({"q":2})";
    made.headers = { { "anthropic-version", "2023-06-01" } };
    made.key = { "Authorization", "Bearer ", Secret ("sk-test-1234567890") };
    const auto reply = sendHttp (made);

    ASSERT_EQ (reply.end, HttpEnd::answered) << reply.failure.detail;
    EXPECT_EQ (reply.status, 201);
    EXPECT_EQ (reply.body, R"({"a":1})");
    ASSERT_NE (reply.header ("x-request-id"), nullptr);
    EXPECT_EQ (*reply.header ("X-REQUEST-ID"), "seven");
    EXPECT_EQ (reply.header ("x-request"), nullptr);

    const auto received = server.received();
    ASSERT_EQ (received.size(), 1u);
    EXPECT_TRUE (received[0].line.starts_with ("POST /v1/responses HTTP/1.1")) << received[0].line;
    EXPECT_EQ (received[0].body, R"({"q":2})");
    EXPECT_EQ (received[0].headers.at ("content-type"), "application/json");
    EXPECT_EQ (received[0].headers.at ("authorization"), "Bearer sk-test-1234567890");
    EXPECT_EQ (received[0].headers.at ("anthropic-version"), "2023-06-01");
}

TEST_F (HttpTest, aLargeQuestionIsSentWithoutAsking)
{
    server.next (200, "{}");
    auto made = request();
    made.json = std::string (3'000'000, 'x');
    EXPECT_EQ (sendHttp (made).end, HttpEnd::answered);
    EXPECT_EQ (server.received()[0].body.size(), 3'000'000u);
    EXPECT_FALSE (server.received()[0].headers.contains ("expect"));
}

TEST_F (HttpTest, aRedirectIsAnAnswerThatIsNotFollowed)
{
    for (const std::string to : { "file:///etc/passwd", "http://127.0.0.1:1/", "https://example.org/", "/elsewhere" })
    {
        server.next (302, "", "Location: " + to + "\r\n");
        EXPECT_EQ (send().status, 302);
    }

    EXPECT_EQ (server.received().size(), 4u);
}

TEST_F (HttpTest, anAnswerThatIsTooLongIsNotKept)
{
    server.next (200, std::string (10'000'000, 'x'));
    expectFailure (send(), HttpEnd::tooLarge);
    server.next (200, "{}", "X-Long: " + std::string (90'000, 'x') + "\r\n");
    expectFailure (send(), HttpEnd::tooLarge);
}

TEST_F (HttpTest, anEndlessAnswerWithoutALengthIsEnded)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) {
        connection.send ("HTTP/1.1 200 Said\r\nConnection: close\r\n\r\n");

        while (connection.send (std::string (100'000, 'x')))
            ;
    });
    expectFailure (send(), HttpEnd::tooLarge);
}

TEST_F (HttpTest, anAnswerThatBreaksOffIsNoAnswer)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.send ("HTTP/1.1 200 Said\r\nContent-Length: 100\r\n\r\n{\"a\":"); });
    expectFailure (send(), HttpEnd::cut);
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.send ("HTTP/1.1 200 Said\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n"); });
    expectFailure (send(), HttpEnd::cut);
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.reset(); });
    expectFailure (send(), HttpEnd::cut);
    server.next ([] (ServedConnection&, const ReceivedRequest&) {});
    expectFailure (send(), HttpEnd::cut);
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.send ("220 this is no web server\r\n"); });
    expectFailure (send(), HttpEnd::cut);
}

TEST_F (HttpTest, aDrippingAnswerIsGivenUp)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.drip ("HTTP/1.1 200 Said\r\n" + std::string (1'000'000, 'X'), 20); });
    auto made = request();
    made.limits.slowestTime = std::chrono::milliseconds (300);
    expectFailure (sendHttp (made), HttpEnd::late);
}

TEST_F (HttpTest, thinkingIsNotDripping)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) {
        connection.pause (300);
        connection.respond (200, "{}");
    });
    auto made = request();
    made.limits.slowestTime = std::chrono::milliseconds (1);
    EXPECT_EQ (sendHttp (made).end, HttpEnd::answered) << "before its first byte an answer may take its time";
}

TEST_F (HttpTest, allTogetherHasATimeToo)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.holdUntilGone(); });
    auto made = request();
    made.limits.total = std::chrono::milliseconds (200);
    expectFailure (sendHttp (made), HttpEnd::late);
}

TEST_F (HttpTest, whereNobodyListensNothingIsSent)
{
    auto made = request();

    {
        const ScriptedServer gone;
        made.url = gone.url();
    }

    const auto reply = sendHttp (made);
    expectFailure (reply, HttpEnd::notReached);
    EXPECT_NE (reply.failure.message.find ("127.0.0.1:"), std::string::npos) << reply.failure.message;
    made.url = "https://name-that-nobody-has.invalid/";
    expectFailure (sendHttp (made), HttpEnd::notReached);
}

TEST_F (HttpTest, aServerThatCannotSpeakTlsIsNotTrusted)
{
    server.next (200, "{}");
    auto made = request();
    made.url.replace (0, 4, "https");
    made.limits.toConnect = std::chrono::milliseconds (300);
    made.key = { "x-api-key", "", Secret ("sk-test-1234567890") };
    expectFailure (sendHttp (made), HttpEnd::notReached);
    EXPECT_TRUE (server.received().empty());
}

TEST_F (HttpTest, aStrangersAddressOnThisComputerIsNotAsked)
{
    auto made = request();
    made.source = UrlSource::stranger;
    expectFailure (sendHttp (made), HttpEnd::refused);

    // A name that stands for this computer is found out when the connection is made.
    made.url = "https://localhost.localdomain:" + made.url.substr (made.url.rfind (':') + 1);
    const auto reply = sendHttp (made);
    EXPECT_TRUE (reply.end == HttpEnd::refused || reply.end == HttpEnd::notReached) << "where the name is not known";
    EXPECT_TRUE (server.received().empty());
}

TEST_F (HttpTest, aProxyIsNotAskedForThisComputer)
{
    const EnvironmentVariable proxy ("http_proxy", "http://127.0.0.1:1"), all ("ALL_PROXY", "http://127.0.0.1:1");
    server.next (200, "{}");
    EXPECT_EQ (send().end, HttpEnd::answered);
}

TEST_F (HttpTest, aStopEndsTheWait)
{
    server.next ([] (ServedConnection& connection, const ReceivedRequest&) { connection.holdUntilGone(); });
    std::stop_source stop;
    std::jthread stopper ([&] {
        server.waitForRequests (1);
        stop.request_stop();
    });
    expectFailure (sendHttp (request(), stop.get_token()), HttpEnd::cancelled);
}

TEST_F (HttpTest, aStopBeforeTheBeginningSendsNothing)
{
    std::stop_source stop;
    stop.request_stop();
    expectFailure (sendHttp (request(), stop.get_token()), HttpEnd::cancelled);
    EXPECT_TRUE (server.received().empty());
}

TEST_F (HttpTest, aHeaderThatWouldBeTwoIsNotSent)
{
    auto made = request();
    made.key = { "Authorization", "Bearer ", Secret ("sk-one\r\nX-Other: two") };
    const auto reply = sendHttp (made);
    expectFailure (reply, HttpEnd::refused);
    EXPECT_EQ (reply.failure.detail.find ("sk-one"), std::string::npos);
    EXPECT_TRUE (server.received().empty());
}

TEST_F (HttpTest, severalThreadsMayAskAtOnce)
{
    std::vector<std::jthread> threads;

    for (int i = 0; i < 8; ++i)
    {
        server.next (200, "{}");
        threads.emplace_back ([this] { EXPECT_EQ (send().end, HttpEnd::answered); });
    }

    threads.clear();
    EXPECT_EQ (server.received().size(), 8u);
}

TEST (HttpTls, aServerMustProveWhoItIs)
{
    const TemporaryFolder folder;
    const auto key = (folder.path / "key.pem").string(), certificate = (folder.path / "certificate.pem").string();

    if (Process ({ "openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-subj", "/CN=localhost", "-days", "1" }).wait (std::chrono::seconds (20)) != 0)
        GTEST_SKIP() << "openssl is not installed";

    Process server ({ "openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www" });
    const std::string word = "ACCEPT 127.0.0.1:";

    while (server.isRunning() && server.output().find (word) == std::string::npos)
        std::this_thread::yield();

    const auto said = server.output();
    ASSERT_NE (said.find (word), std::string::npos) << said;
    HttpRequest request;
    request.url = "https://localhost:" + std::to_string (std::atoi (said.c_str() + said.find (word) + word.size()));
    request.source = UrlSource::musician;
    request.key = { "x-api-key", "", Secret ("sk-test-1234567890") };
    const auto reply = sendHttp (request);
    expectFailure (reply, HttpEnd::notReached);
    EXPECT_NE (reply.failure.message.find ("could not prove who it is"), std::string::npos) << reply.failure.message << reply.failure.detail;
}

TEST (HttpDate, isReadInSeconds)
{
    EXPECT_EQ (secondsOfHttpDate ("Sun, 06 Nov 1994 08:49:37 GMT"), 784'111'777);
    EXPECT_EQ (secondsOfHttpDate ("tomorrow"), std::nullopt);
}

} // namespace athanor
