// SPDX-License-Identifier: GPL-3.0-or-later
#include "Cli/CommandLine.h"

#include "App/CommandLineTools.h"
#include "Cli/ProgressBar.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <string_view>

namespace athanor
{

namespace
{
constexpr std::array<std::string_view, 13> commands { "render", "render-preset", "presets", "patch", "convert", "info", "jobs", "worker", "manual", "help", "--help", "-h", "--version" };

std::stop_source interrupted;

extern "C" void onInterrupt (int)
{
    interrupted.request_stop();
}

/** One line for the musician, or the result for a script. */
int report (const Result<tools::Outcome>& outcome, bool asJson)
{
    if (! outcome)
    {
        std::fprintf (stderr, "athanor: %s\n", outcome.failure().message.c_str());
        return 1;
    }

    const auto text = asJson ? tools::toJson (outcome->data) : outcome->text;
    std::printf ("%s%s", text.c_str(), text.empty() || text.back() == '\n' ? "" : "\n");
    return 0;
}

/** The commands and where their arguments go. */
class Parser
{
public:
    Parser()
    {
        app.set_version_flag ("--version", "athanor " ATHANOR_VERSION);
        app.add_flag ("--json", asJson, "Print the result for machines.");
        app.require_subcommand (1);
        app.fallthrough();
        addRender();
        addRenderPreset();
        addPresets();
        addPatch();
        addOthers();
        addJobs();
    }

    int run (int count, const char* const* arguments)
    {
        try
        {
            app.parse (count, arguments);
        }
        catch (const CLI::ParseError& error)
        {
            return app.exit (error) == 0 ? 0 : 2;
        }

        return status;
    }

private:
    void addRender()
    {
        auto* command = app.add_subcommand ("render", "Render a song into a sound file.");
        command->add_option ("IN", render.in, "A project, .xm .it .s3m .mod .mid.")->required();
        command->add_option ("-o,--output", render.out, "The sound file to write.")->required();
        command->add_option ("--rate", render.sampleRate, "Sample rate in hertz.")->check (CLI::Range (8'000, 192'000));
        command->add_option ("--format", render.format, "wav, flac, ogg or mp3; else by the ending.")->check (CLI::IsMember ({ "wav", "flac", "ogg", "mp3" }));
        command->add_option ("--bits", render.bits, "16, 24 or 32 (floating point).")->check (CLI::IsMember ({ 16, 24, 32 }));
        command->add_option ("--stems", render.stems, "A folder for one file per track.");
        command->add_option ("--from", render.from, "First beat.");
        command->add_option ("--to", render.to, "Beat at which it ends.");
        command->add_option ("--block", render.blockSize, "Host block size; never changes the sound.")->check (CLI::Range (1, 65'536));
        command->add_option ("--threads", render.threads, "Processors to use; 0 for all.")->check (CLI::Range (0, 256));

        command->callback ([this] {
            std::signal (SIGINT, onInterrupt);
            ProgressBar bar ("Rendering");
            auto outcome = tools::render (
                render, [&] (double proportion) { bar.show (proportion); }, interrupted.get_token());
            status = report (outcome, asJson);
        });
    }

    void addRenderPreset()
    {
        auto* command = app.add_subcommand ("render-preset", "Play notes with a preset of the synth, into a WAV file of 32-bit floats.");
        command->add_option ("PRESET", preset.in, "A preset, .vital.")->required();
        command->add_option ("-o,--output", preset.out, "The sound file to write.")->required();
        command->add_option ("--notes", preset.notes, "pitch@start+length:velocity in seconds, with commas: 60@0.0+1.0:100,64@0.5+1:90.")->required();
        command->add_option ("--bpm", preset.bpm, "Tempo in beats per minute.")->check (CLI::Range (20, 300));
        command->add_option ("--rate", preset.sampleRate, "Sample rate in hertz.")->check (CLI::Range (8'000, 192'000));
        command->add_option ("--seconds", preset.seconds, "How long to listen.")->check (CLI::Range (0.001, 3'600.0));
        command->callback ([this] { status = report (tools::renderPreset (preset), asJson); });
    }

    void addPresets()
    {
        auto* command = app.add_subcommand ("presets", "List presets of the synth, those that fit best first.");
        command->add_option ("WORDS", words, "All of them must be in the name, tags, category, author or comments.");
        command->add_option ("--category", search.category, "As \"Bass\".");
        command->add_option ("--author", search.author, "As it is written.");
        command->add_option ("--tags", search.tags, "All of them, with commas between.");
        command->add_option ("--hear", heard, "Listen to all that come with the program and write how they sound into this file.");
        command->add_flag ("--favourites", search.onlyFavourites, "Only those with a heart.");
        command->callback ([this] {
            if (! heard.empty())
            {
                status = report (tools::hearPresets (heard), asJson);
                return;
            }

            for (const auto& word : words)
                search.words += word + " ";

            status = report (tools::presets (search), asJson);
        });
    }

    void addPatch()
    {
        auto* command = app.add_subcommand ("patch", "Make a patch of words: \"warm pad that slowly opens, no reverb\".");
        command->add_option ("PROMPT", patch.prompt, "What it shall sound like.")->required();
        command->add_option ("-o,--output", patch.out, "The folder to write into.")->required();
        command->add_option ("--seed", patch.seed, "Another number, another patch.");
        command->add_option ("--template", patch.begin, "The preset or template to begin with, as pad-glass or \"Pad/Warm Tape\".");
        command->add_option ("--tags", patch.tags, "Tags, with commas between.");
        command->add_option ("--variations", patch.variations, "How many variations to make beside it.")->check (CLI::Range (0, 12));
        command->add_flag ("--quick", patch.isQuick, "Do not listen to what is made: there at once, and less exact.");
        command->add_flag ("--bundle,!--no-bundle", patch.withBundle, "Whether to make a zip to take along: with Vital, Live, a phrase and a sleeve (it is made unless you say no).");
        command->add_option ("--sleeve", patch.sleeve, "Another sleeve for the same sound: next, or the name of a series that is open.");
        command->add_option ("--profile", patch.profile, "Whose hand the sleeve is of: any name; left out, as in the settings.");
        command->callback ([this] {
            std::signal (SIGINT, onInterrupt);
            ProgressBar bar ("Making");
            auto outcome = tools::makePatches (
                patch, [&] (double proportion) { bar.show (proportion); }, interrupted.get_token());
            status = report (outcome, asJson);
        });
    }

    void addOthers()
    {
        auto* convert = app.add_subcommand ("convert", "Turn one kind of file into another, by their endings.");
        convert->add_option ("IN", in)->required();
        convert->add_option ("OUT", out)->required();
        convert->callback ([this] { status = report (tools::convert (in, out), asJson); });

        auto* info = app.add_subcommand ("info", "Say what a file is, what was understood and what was not.");
        info->add_option ("FILE", in)->required();
        info->callback ([this] { status = report (tools::info (in), asJson); });

        auto* manual = app.add_subcommand ("manual", "Print the manual of modules, commands and actions.");
        manual->callback ([this] { status = report (tools::manual(), asJson); });
    }

    void addJobs()
    {
        auto* jobs = app.add_subcommand ("jobs", "Show what is being rendered and read, and what came of it.");
        jobs->add_option ("VERB", verb, "list, show, cancel or retry.")->check (CLI::IsMember ({ "list", "show", "cancel", "retry" }));
        jobs->add_option ("ID", job, "The number of the job.");
        jobs->callback ([this] {
            if (verb != "list" && job == 0)
                throw CLI::RequiredError ("ID");

            status = report (tools::jobs (verb, job), asJson);
        });

        auto* worker = app.add_subcommand ("worker", "Do what is to be rendered and read, until interrupted.");
        worker->callback ([this] {
            std::signal (SIGINT, onInterrupt);
            std::signal (SIGTERM, onInterrupt);
            const auto tell = [] (const std::string& line) {
                std::printf ("%s\n", line.c_str());
                std::fflush (stdout);
            };
            status = report (tools::work (tell, interrupted.get_token()), asJson);
        });
    }

    CLI::App app { "Athanor: a furnace for music. Without a command it opens the window." };
    tools::RenderArguments render;
    tools::PresetArguments preset;
    tools::PresetSearchArguments search;
    tools::PatchArguments patch;
    std::vector<std::string> words;
    std::string in, out, heard, verb = "list";
    std::int64_t job = 0;
    bool asJson = false;
    int status = 0;
};
} // namespace

bool isCommandLine (int count, const char* const* arguments)
{
    return std::any_of (arguments + std::min (1, count), arguments + count, [] (const char* argument) {
        return std::ranges::find (commands, std::string_view (argument)) != commands.end();
    });
}

int runCommandLine (int count, const char* const* arguments)
{
    return Parser().run (count, arguments);
}

} // namespace athanor
