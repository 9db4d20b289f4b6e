// SPDX-License-Identifier: GPL-3.0-or-later
// What every module declares, present and future: nothing here names one.
#include "Modules/Rig.h"
#include "Support/Files.h"

#include <cstdlib>
#include <fstream>
#include <regex>
#include <set>

namespace athanor
{

namespace
{
bool isSentence (std::string_view text) { return text.size() > 8 && text.ends_with ('.') && ! text.ends_with ("..") && text.find ("  ") == text.npos; }

bool isId (std::string_view text)
{
    static const std::regex form ("[a-z][a-zA-Z0-9]*(_[a-z0-9]+)*"); // with underscores where a foreign format names them
    return std::regex_match (std::string (text), form);
}

std::set<std::string> idsNow()
{
    std::set<std::string> ids;

    for (auto& type : moduleTypes())
    {
        ids.insert (std::string (type.about->id));

        for (auto* port : type.prototype().ports())
            ids.insert (std::string (type.about->id) + "/" + std::string (port->id));
    }

    return ids;
}
} // namespace

TEST (ModuleDeclaration, idsAreWellFormedAndUnique)
{
    std::set<std::string_view> seen;
    const std::regex form ("[a-z0-9]+(\\.[a-z0-9]+)*");

    for (auto& type : moduleTypes())
    {
        EXPECT_TRUE (std::regex_match (std::string (type.about->id), form)) << type.about->id;
        EXPECT_TRUE (seen.insert (type.about->id).second) << type.about->id << " exists twice";
        EXPECT_TRUE (type.makeForVoices != nullptr || type.makeForStereo != nullptr) << type.about->id << " can be made nowhere";
    }
}

TEST (ModuleDeclaration, saysWhatEachModuleAndPortIsFor)
{
    forEachModule ([]<typename S> (const ModuleType& type) {
        const auto module = makeModule<S> (type);
        const auto& about = module->about();
        EXPECT_TRUE (isSentence (about.doc)) << about.id << ": \"" << about.doc << "\" is no sentence";
        EXPECT_FALSE (about.name.empty()) << about.id;
        EXPECT_FALSE (about.group.empty()) << about.id;
        EXPECT_GE (about.version, 1) << about.id;
        EXPECT_FALSE (module->ports().empty()) << about.id << " has no ports";
        std::set<std::pair<Port::Kind, std::string_view>> seen;
        std::set<std::string_view> controlled;

        for (auto* port : module->ports())
        {
            EXPECT_TRUE (isId (port->id)) << about.id << "/" << port->id << " is no id";
            EXPECT_TRUE (isSentence (port->doc)) << about.id << "/" << port->id << ": \"" << port->doc << "\" is no sentence";
            EXPECT_TRUE (seen.insert ({ port->kind, port->id }).second) << about.id << "/" << port->id << " exists twice";

            // A cable and an address name what they turn by its id alone.
            if (port->kind != Port::Kind::output && port->kind != Port::Kind::notesOut)
                EXPECT_TRUE (controlled.insert (port->id).second) << about.id << "/" << port->id << " is both an input and a knob";
        }
    });
}

TEST (ModuleDeclaration, rangesAreSane)
{
    for (auto& type : moduleTypes())
        for (auto* port : type.prototype().ports())
        {
            if (port->kind != Port::Kind::knob)
                continue;

            const auto& range = static_cast<const Knob*> (port)->range;
            const auto name = std::string (type.about->id) + "/" + std::string (port->id);
            EXPECT_LT (range.low, range.high) << name;
            EXPECT_LE (range.low, range.initial) << name;
            EXPECT_LE (range.initial, range.high) << name;
            EXPECT_EQ (range.clamp (range.initial), range.initial) << name << " starts between two whole numbers";
            EXPECT_TRUE (range.curve != Curve::logarithmic || range.low > 0) << name << " has no logarithm at its low end";
            EXPECT_TRUE (range.choices.empty() || range.isWhole) << name;
            EXPECT_TRUE (range.choices.empty() || range.choices.size() >= 2) << name;
            EXPECT_NEAR (range.fromPosition (range.toPosition (range.initial)), range.initial, 1e-3f * (range.high - range.low)) << name;
        }
}

TEST (ModuleDeclaration, isTheSameInBothScopes)
{
    for (auto& type : moduleTypes())
    {
        if (type.makeForVoices == nullptr || type.makeForStereo == nullptr)
            continue;

        const auto voice = type.makeForVoices();
        const auto track = type.makeForStereo();
        ASSERT_EQ (voice->ports().size(), track->ports().size()) << type.about->id;

        for (std::size_t i = 0; i < voice->ports().size(); ++i)
        {
            EXPECT_EQ (voice->ports()[i]->id, track->ports()[i]->id) << type.about->id;
            EXPECT_EQ (voice->ports()[i]->kind, track->ports()[i]->kind) << type.about->id;
        }

        EXPECT_EQ (voice->latency(), track->latency()) << type.about->id;
    }
}

TEST (ModuleDeclaration, neverLosesAnIdThatProjectsMayHold)
{
    const auto path = repositoryRoot() / "Tests" / "Golden" / "module-ids.txt";
    const auto now = idsNow();
    std::set<std::string> pinned;
    std::ifstream file (path);

    for (std::string line; std::getline (file, line);)
        if (! line.empty() && line.front() != '#')
            pinned.insert (line);

    for (auto& id : pinned)
        EXPECT_TRUE (now.contains (id)) << id << " is gone: projects that hold it would lose it. Bring it back.";

    if (std::getenv ("ATHANOR_BLESS") != nullptr)
    {
        pinned.insert (now.begin(), now.end());
        std::ofstream out (path);
        out << "# Every module and port that a project may name. Lines are added with ATHANOR_BLESS=1 and never removed.\n";

        for (auto& id : pinned)
            out << id << '\n';
    }

    for (auto& id : now)
        EXPECT_TRUE (pinned.contains (id)) << id << " is new: pin it by running this test with ATHANOR_BLESS=1.";
}

} // namespace athanor
