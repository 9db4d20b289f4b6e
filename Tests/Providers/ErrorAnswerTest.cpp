// SPDX-License-Identifier: GPL-3.0-or-later
// Each error as its provider documents it, or as its users have met it.
#include "Providers/ErrorAnswer.h"

#include "Formats/Json.h"

#include <gtest/gtest.h>

namespace athanor
{

namespace
{
using enum OutcomeKind;

struct Case
{
    const char* dialect;
    int status;
    const char* body;
    OutcomeKind kind;
    UserMatter matter = UserMatter::none;
    std::vector<HttpHeader> headers = {};
    int waitMilliseconds = 0;
};

const HttpHeader date { "Date", "Sun, 06 Nov 1994 08:49:37 GMT" };

const std::vector<Case> cases {
    // OpenAI: without Retry-After a 429 wants the musician to do something.
    { "openai", 429, R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota","param":null,"code":"insufficient_quota"}})", userAction, UserMatter::quota },
    { "openai", 429, R"({"error":{"message":"m","type":"x","param":null,"code":"insufficient_quota"}})", userAction, UserMatter::quota, { { "Retry-After", "1" } } },
    { "openai", 429, R"({"error":{"message":"m","type":"requests","code":null}})", userAction, UserMatter::quota },
    { "openai", 429, R"({"error":{"message":"m","code":"credit_balance_exhausted"}})", userAction, UserMatter::billing },
    { "openai", 429, R"({"error":{"message":"Rate limit reached","type":"requests","param":null,"code":"rate_limit_exceeded"}})", retryAfter, UserMatter::none, { { "Retry-After", "7" } }, 7'000 },
    { "openai", 429, R"({"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}})", retryBackoff },
    { "openai", 429, R"({"error":{"message":"m"}})", retryAfter, UserMatter::none, { date, { "retry-after", "Sun, 06 Nov 1994 08:49:57 GMT" } }, 20'000 },
    { "openai", 429, R"({"error":{"message":"m"}})", retryAfter, UserMatter::none, { { "retry-after-ms", "250" }, { "retry-after", "9" } }, 250 },
    { "openai", 429, R"({"error":{"message":"m"}})", retryBackoff, UserMatter::none, { { "Retry-After", "-1" } } },
    { "openai", 429, R"({"error":{"message":"m"}})", retryBackoff, UserMatter::none, { { "Retry-After", "soon" } } },
    { "openai", 429, R"({"error":{"message":"m"}})", retryBackoff, UserMatter::none, { { "Retry-After", "1e300" } } },
    { "openai", 401, R"({"error":{"message":"Incorrect API key","type":"invalid_request_error","code":"invalid_api_key"}})", rotateKey, UserMatter::key },
    { "openai", 403, R"({"error":{"message":"Country not supported"}})", userAction, UserMatter::key },
    { "openai", 404, R"({"error":{"message":"The model does not exist","code":"model_not_found"}})", userAction, UserMatter::model },
    { "openai", 400, R"({"error":{"message":"m","code":"invalid_prompt"}})", contentRejected },
    { "openai", 400, R"({"error":{"message":"m","type":"invalid_request_error","param":"text.format.schema","code":"invalid_json_schema"}})", invalidRequest },
    { "openai", 500, R"({"error":{"message":"m","type":"server_error"}})", retryBackoff },
    { "openai", 503, "", retryBackoff },
    { "openai", 504, "<html>", unknownOutcome },
    { "openai", 200, R"({"status":"failed","error":{"code":"server_error","message":"m"}})", retryBackoff },
    { "openai", 200, R"({"status":"failed","error":{"code":"rate_limit_exceeded","message":"m"}})", retryBackoff },

    // Anthropic: the same type, opposite deeds.
    { "anthropic", 429, R"({"type":"error","error":{"type":"rate_limit_error","message":"m"},"request_id":"r"})", retryAfter, UserMatter::none, { { "retry-after", "12" } }, 12'000 },
    { "anthropic", 429, R"({"type":"error","error":{"type":"rate_limit_error","message":"m","details":{"error_code":"enforced_spend_limit_reached"}}})", userAction, UserMatter::billing },
    { "anthropic", 400, R"({"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits."}})", userAction, UserMatter::quota },
    { "anthropic", 400, R"({"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low"}})", userAction, UserMatter::billing },
    { "anthropic", 400, R"({"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: too large"}})", invalidRequest },
    { "anthropic", 401, R"({"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}})", rotateKey, UserMatter::key },
    { "anthropic", 402, R"({"type":"error","error":{"type":"billing_error","message":"m"}})", userAction, UserMatter::billing },
    { "anthropic", 404, R"({"type":"error","error":{"type":"not_found_error","message":"model: x"}})", userAction, UserMatter::model },
    { "anthropic", 413, R"({"type":"error","error":{"type":"request_too_large","message":"m"}})", invalidRequest },
    { "anthropic", 500, R"({"type":"error","error":{"type":"api_error","message":"m"}})", retryBackoff },
    { "anthropic", 504, R"({"type":"error","error":{"type":"timeout_error","message":"m"}})", unknownOutcome },
    { "anthropic", 529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})", retryBackoff },
    { "anthropic", 529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})", retryAfter, UserMatter::none, { { "Retry-After", "3" } }, 3'000 },
    { "anthropic", 529, "not even JSON", retryBackoff },

    // Gemini: sometimes in a list of one; RetryInfo says how long, its absence that waiting will not help.
    { "gemini", 429, R"({"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[{"@type":"t/google.rpc.RetryInfo","retryDelay":"37s"}]}})", retryAfter, UserMatter::none, {}, 37'000 },
    { "gemini", 429, R"([{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[{"retryDelay":"0.5s"}]}}])", retryAfter, UserMatter::none, {}, 500 },
    { "gemini", 429, R"({"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED"}})", userAction, UserMatter::quota },
    { "gemini", 429, R"({"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[{"violations":[{"quotaId":"GenerateRequestsPerDayPerProjectPerModel"}]},{"retryDelay":"37s"}]}})", userAction, UserMatter::quota },
    { "gemini", 429, R"({"error":{"code":429,"message":"m","details":[{"retryDelay":"-3s"}]}})", retryBackoff },
    { "gemini", 400, R"({"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}})", rotateKey, UserMatter::key },
    { "gemini", 400, R"([{"error":{"code":400,"message":"Please use API Key","status":"FAILED_PRECONDITION"}}])", userAction, UserMatter::billing },
    { "gemini", 400, R"({"error":{"code":400,"message":"schema too deep","status":"INVALID_ARGUMENT"}})", invalidRequest },
    { "gemini", 403, R"({"error":{"code":403,"message":"m","status":"PERMISSION_DENIED"}})", userAction, UserMatter::key },
    { "gemini", 404, R"({"error":{"code":404,"message":"models/x is not found","status":"NOT_FOUND"}})", userAction, UserMatter::model },
    { "gemini", 503, R"({"error":{"code":503,"message":"overloaded","status":"UNAVAILABLE"}})", retryBackoff },
    { "gemini", 200, R"([{"error":{"code":429,"message":"m","details":[{"retryDelay":"4s"}]}}])", retryAfter, UserMatter::none, {}, 4'000 },

    // Ollama: the error is a text, and may come after status 200.
    { "ollama", 404, R"({"error":"model 'llama3.1' not found, try pulling it first"})", userAction, UserMatter::model },
    { "ollama", 400, R"({"error":"invalid format"})", invalidRequest },
    { "ollama", 500, R"({"error":"llama runner process has terminated"})", retryBackoff },
    { "ollama", 200, R"({"error":"an error was encountered while running the model"})", unusableAnswer },

    // llama.cpp while it loads, and when somebody has it to himself.
    { "compatible", 503, R"({"error":{"code":503,"message":"Loading model","type":"unavailable_error"}})", retryBackoff },
    { "compatible", 429, R"({"error":{"message":"busy"}})", retryBackoff },
    { "compatible", 401, R"({"error":{"message":"Invalid API Key","type":"authentication_error","code":401}})", rotateKey, UserMatter::key },

    // Nobody's.
    { "openai", 418, "", invalidRequest },
    { "openai", 500, R"({"error":[[[]]]})", retryBackoff },
    { "openai", 401, R"({"error":{"message":7,"code":{},"details":[1,{"reason":[],"violations":7}]}})", rotateKey, UserMatter::key },
};
} // namespace

TEST (ErrorAnswer, isWhatEachProviderMeansByIt)
{
    for (const auto& one : cases)
    {
        SCOPED_TRACE (std::string (one.dialect) + " " + std::to_string (one.status) + " " + one.body);
        HttpReply reply;
        reply.status = one.status;
        reply.headers = one.headers;
        const auto body = parseJson (one.body);
        const auto outcome = errorIn (*dialectNamed (one.dialect), reply, body ? *body : Value());
        ASSERT_TRUE (outcome);
        EXPECT_EQ (outcome->kind, one.kind) << outcome->failure.message;
        EXPECT_EQ (outcome->matter, one.matter) << outcome->failure.message;
        EXPECT_EQ (outcome->wait, std::chrono::milliseconds (one.waitMilliseconds));
        EXPECT_TRUE (outcome->failure.message.ends_with ('.'));
        EXPECT_TRUE (outcome->failure.message.starts_with (dialectNamed (one.dialect)->name)) << outcome->failure.message;
    }
}

TEST (ErrorAnswer, anAnswerWithoutAnErrorHasNone)
{
    HttpReply reply;
    reply.status = 200;
    EXPECT_FALSE (errorIn (openAiDialect, reply, *parseJson (R"({"error":null,"status":"completed"})")));
    EXPECT_FALSE (errorIn (openAiDialect, reply, Value()));
}

} // namespace athanor
