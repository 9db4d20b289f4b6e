// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between providers of language models: how a question looks, where its answer stands, what their errors mean.
#pragma once

#include "Model/Value.h"
#include "Net/Http.h"
#include "Providers/Outcome.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace athanor
{

/** What a model is asked, in nobody's form. */
struct ModelQuestion
{
    std::string model;
    std::string instructions; ///< From us.
    std::string input;        ///< With what the musician wrote, as data.
    Value schema;             ///< JSON Schema of the answer.
    int mostTokens = 8'000;   ///< Of the answer, with what the model thinks before it.
};

/** What stands in an answer. */
struct ModelWords
{
    OutcomeKind kind = OutcomeKind::unusableAnswer;
    std::string text;           ///< JSON, if ok; else for the log what was said.
    std::optional<Value> value; ///< If ok: the same where the provider sends it as data.
};

/** One line of what errors mean; the first line that fits counts. */
struct ErrorMark
{
    int status = 0;             ///< 0: any.
    std::string_view word = {}; ///< A code, type, status or reason of the error, in lower case; empty: any.
    OutcomeKind kind {};
    UserMatter matter = UserMatter::none;
    bool isInMessage = false; ///< The word is a part of the message: where providers have no code for it.
};

struct Dialect
{
    std::string_view id;      ///< As in settings: never renamed.
    std::string_view name;    ///< As a musician reads it.
    std::string_view keyName; ///< The environment variable of its key; empty: it has none.
    std::string_view baseUrl; ///< Where it is when nobody says otherwise.
    std::string_view model;   ///< The one that is asked when nobody says otherwise.
    std::string_view path;    ///< After the base; "{model}" stands for the model.
    std::string_view keyHeader, keyPrefix;
    std::span<const HttpHeader> headers;
    bool isLocal = false; ///< A server that the musician runs: it needs no key.
    Value (*question) (const ModelQuestion&);
    ModelWords (*answer) (const Value& reply);
    std::span<const ErrorMark> errors;
};

/** All there are, in the order of menus: openai, anthropic, gemini, ollama, compatible. */
std::span<const Dialect> dialects();

/** Null: there is none. */
const Dialect* dialectNamed (std::string_view id);

extern const Dialect openAiDialect, anthropicDialect, geminiDialect, ollamaDialect, compatibleDialect;

} // namespace athanor
