// SPDX-License-Identifier: GPL-3.0-or-later
// What a musician is told when something did not work: every message that stands in the source is a sentence.
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <regex>
#include <vector>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

/** The first entry between the braces that open at a place of a source: up to a comma that is in no string, bracket or call. */
std::string firstEntry (const std::string& source, std::size_t brace)
{
    int depth = 0;
    auto isText = false;

    for (auto i = brace; i < source.size(); ++i)
    {
        const auto c = source[i];

        if (c == '"' && source[i - 1] != '\\')
            isText = ! isText;
        else if (isText)
            continue;
        else if (c == '(' || c == '{' || c == '[')
            ++depth;
        else if (c == ')' || c == '}' || c == ']')
            --depth;

        if (depth == 0 || (depth == 1 && c == ',' && ! isText))
            return source.substr (brace + 1, i - brace - 1);
    }

    return {};
}

/** The texts that can be the end of such an entry: its last one, and the ones before a colon. */
std::vector<std::string> endsOf (const std::string& entry)
{
    static const std::regex text (R"re("((?:[^"\\]|\\.)*)"\s*(:|$))re");
    std::vector<std::string> ends;

    for (std::sregex_iterator at (entry.begin(), entry.end(), text), end; at != end; ++at)
        ends.push_back ((*at)[1]);

    return ends;
}

std::vector<fs::path> sources()
{
    std::vector<fs::path> files;

    for (const auto& entry : fs::recursive_directory_iterator (repositoryRoot() / "Source"))
        if (entry.path().extension() == ".cpp" || entry.path().extension() == ".h")
            files.push_back (entry.path());

    return files;
}
} // namespace

TEST (Sentences, endInAFullStop)
{
    static const std::regex failure (R"re(\bFailure(?: \w+)? \{ )re");
    int seen = 0;

    for (const auto& file : sources())
    {
        const auto source = readWhole (file);

        for (std::sregex_iterator at (source.begin(), source.end(), failure), end; at != end; ++at)
            for (const auto& text : endsOf (firstEntry (source, static_cast<std::size_t> (at->position() + at->length()) - 2)))
            {
                ++seen;
                EXPECT_TRUE (text.ends_with ('.')) << file << ": " << text;
            }
    }

    EXPECT_GT (seen, 50) << "or the messages are written in another way now";
}

TEST (Sentences, areFoundInTheSource)
{
    const std::string source = R"(return Failure { "“" + name + "” is gone (" + why ("a, b") + ")?", detail };)";
    EXPECT_EQ (endsOf (firstEntry (source, source.find ('{'))), (std::vector<std::string> { ")?" }));
    EXPECT_EQ (endsOf (R"(isFull ? "Full." : "Gone.")"), (std::vector<std::string> { "Full.", "Gone." }));
}

} // namespace athanor
