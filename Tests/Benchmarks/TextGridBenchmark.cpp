// SPDX-License-Identifier: GPL-3.0-or-later
// The pattern grid of 64 rows by 16 tracks at 1600 by 1000 pixels: our character grid beside JUCE's drawText, in one run.
#include "Ui/Kit/TextGrid.h"

#include <benchmark/benchmark.h>

namespace athanor
{

namespace
{

constexpr int rows = 64, tracks = 16, charactersPerTrack = 14;
constexpr int width = 1600, height = 1000, columns = tracks * charactersPerTrack;
constexpr float em = 11.6f; // a cell of 7 by 15 pixels: 224 columns fill the window
constexpr int rowHeight = 15;

struct Window
{
    juce::ScopedJuceInitialiser_GUI juce;
    Look look;
};

Window& window()
{
    static Window made;
    return made;
}

struct Word
{
    const char* text;
    Ink ink;
};

/** The four words of a cell as a busy pattern has them; `salt` changes all of them. */
std::array<Word, 4> wordsAt (int row, int track, int salt)
{
    static constexpr const char* notes[] = { "C-4", "D#5", "F-2", "G#3", "A-4", "OFF", "---", "---" };
    static constexpr const char* numbers[] = { "01", "7F", "40", "0A", "..", "6C", "58", "E3" };
    static constexpr const char* commands[] = { "M12D", "0G20", "....", "0Y80" };
    const auto at = static_cast<unsigned> (row * 7 + track * 3 + salt);
    return { { { notes[at % 8], Tokens::trackInk (track) }, { numbers[at % 7], Ink::mute }, { numbers[(at + 3) % 8], Ink::text }, { commands[at % 4], at % 4 == 2 ? Ink::ghost : Ink::teal } } };
}

juce::Colour groundOf (int row, int playing)
{
    const auto& t = window().look.tokens();
    const auto ground = t[Ink::window];
    return row == playing ? ground.overlaidWith (t[Ink::ember].withAlpha (0.2f)) : row % 16 == 0 ? ground.overlaidWith (t[Ink::beat])
                                                                               : row % 4 == 0    ? ground.overlaidWith (t[Ink::step])
                                                                                                 : ground;
}

void writeRow (TextGrid& grid, int row, int salt, int playing)
{
    const auto& t = window().look.tokens();
    const auto ground = groundOf (row, playing);

    for (int track = 0; track < tracks; ++track)
    {
        auto column = track * charactersPerTrack;

        for (auto& word : wordsAt (row, track, salt))
            column = grid.write (column, row, word.text, t[word.ink], ground) + 1;
    }
}

void prepare (TextGrid& grid, float scale = 1)
{
    grid.setFont (window().look.fonts(), em, rowHeight, scale);
    grid.setSize (columns, rows);
    grid.clear (window().look.tokens()[Ink::window]);

    for (int row = 0; row < rows; ++row)
        writeRow (grid, row, 0, 14);

    grid.paintChanges();
}

/** Every cell changes: what a jump to another pattern costs, from our words to pixels of the picture. */
void fullRepaint (benchmark::State& state)
{
    TextGrid grid;
    prepare (grid, static_cast<float> (state.range (0)));
    auto salt = 0;

    for (auto _ : state)
    {
        ++salt;

        for (int row = 0; row < rows; ++row)
            writeRow (grid, row, salt, 14);

        benchmark::DoNotOptimize (grid.paintChanges());
    }
}

/** Copying the picture of the grid into that of the window: paid once for each frame in which everything moved. */
void copyToWindow (benchmark::State& state)
{
    TextGrid grid;
    prepare (grid);
    juce::Image target (juce::Image::ARGB, width, height, true, juce::SoftwareImageType());
    juce::Graphics g (target);

    for (auto _ : state)
        g.drawImageTransformed (grid.picture(), juce::AffineTransform());
}

/** The line that plays moves on: two rows change, into the picture and into the window. */
void playLineStep (benchmark::State& state)
{
    TextGrid grid;
    prepare (grid);
    juce::Image target (juce::Image::ARGB, width, height, true, juce::SoftwareImageType());
    auto playing = 14;

    for (auto _ : state)
    {
        const auto before = playing;
        playing = (playing + 1) % rows;
        writeRow (grid, before, 0, playing);
        writeRow (grid, playing, 0, playing);

        const auto changed = grid.paintChanges();
        juce::Graphics g (target);
        g.reduceClipRegion (changed);
        g.drawImageTransformed (grid.picture(), juce::AffineTransform());
    }
}

/** One more row comes in at the foot and all others move up. */
void scrollByOne (benchmark::State& state)
{
    TextGrid grid;
    prepare (grid);
    auto salt = 0;

    for (auto _ : state)
    {
        grid.scroll (1);
        writeRow (grid, rows - 1, ++salt, -1);
        benchmark::DoNotOptimize (grid.paintChanges());
    }
}

/** The peer: one drawText for each word, four colours, and a fill for each row. */
void juceDrawText (benchmark::State& state)
{
    juce::Image target (juce::Image::ARGB, width, height, true, juce::SoftwareImageType());
    const auto font = window().look.fonts().font (Face::number, em);
    const auto& t = window().look.tokens();
    auto salt = 0;

    for (auto _ : state)
    {
        juce::Graphics g (target);
        g.setFont (font);
        ++salt;

        for (int row = 0; row < rows; ++row)
        {
            g.setColour (groundOf (row, 14));
            g.fillRect (0, row * rowHeight, width, rowHeight);

            for (int track = 0; track < tracks; ++track)
            {
                auto x = track * charactersPerTrack * 7;

                for (auto& word : wordsAt (row, track, salt))
                {
                    const juce::String text (word.text);
                    const auto wide = text.length() * 7;
                    g.setColour (t[word.ink]);
                    g.drawText (text, x, row * rowHeight, wide, rowHeight, juce::Justification::centredLeft, false);
                    x += wide + 7;
                }
            }
        }
    }
}

BENCHMARK (fullRepaint)->Arg (1)->Arg (2)->Unit (benchmark::kMicrosecond);
BENCHMARK (copyToWindow)->Unit (benchmark::kMicrosecond);
BENCHMARK (playLineStep)->Unit (benchmark::kMicrosecond);
BENCHMARK (scrollByOne)->Unit (benchmark::kMicrosecond);
BENCHMARK (juceDrawText)->Unit (benchmark::kMicrosecond);

} // namespace

} // namespace athanor

BENCHMARK_MAIN();
