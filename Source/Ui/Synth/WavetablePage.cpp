// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/WavetablePage.h"

#include "App/Edits/WaveLines.h"
#include "App/Library.h"
#include "Patch/PatchLimits.h"
#include "Patch/WaveParts.h"
#include "Ui/Kit/Draw.h"
#include "Ui/Synth/WavePainting.h"

namespace athanor
{

namespace
{
constexpr int barHeight = 34, sideWidth = 312, stackHeight = 150, tallestPanel = 246, harmonicsHeight = 92, phasesHeight = 66, canvasHeight = 190;
constexpr int rowsOfStack = 40, pointsOfRow = 192;
const char* const notDrawable = "Only the waves of a Wave Source can be drawn: turn the table into waves first.";

juce::String withEllipsis (const char* words) { return juce::String (words) + juce::String (juce::CharPointer_UTF8 ("\xe2\x80\xa6")); }

WaveSheet sheetOf (const CookedTable& table)
{
    WaveSheet sheet;
    auto loudest = 1.0e-9f;

    for (const auto position : table.positionsOfRows (rowsOfStack))
    {
        const auto wave = table.waveAt (position);
        auto& row = sheet.rows.emplace_back();

        for (int i = 0; i < pointsOfRow; ++i)
            row.push_back (wave[static_cast<std::size_t> (i) * (wave.size() - 1) / (pointsOfRow - 1)]);

        for (const auto value : row)
            loudest = std::max (loudest, std::abs (value));
    }

    for (auto& row : sheet.rows)
        for (auto& value : row)
            value /= loudest;

    return sheet;
}

/** Numbers as actions read them, in turns. */
std::string wordsOf (const std::vector<WavePoint>& stroke)
{
    juce::String words;

    for (const auto& [x, y] : stroke)
        words << juce::String (x, 6) << ' ' << juce::String (y, 6) << ' ';

    return words.toStdString();
}
} // namespace

WavetablePage::WavetablePage (ShownSynth& s, int oscillator)
    : back (Icon::chevronLeft, "Back to the synth"), importing (withEllipsis ("Import")), exporting (withEllipsis ("Export")), more ("More"), synth (s), number (oscillator), hand (s)
{
    setTitle ("Wavetable of oscillator " + juce::String (number + 1));
    setFocusContainerType (FocusContainerType::focusContainer);

    for (auto* child : std::initializer_list<juce::Component*> { &back, &others, &importing, &exporting, &more, &stack, &canvas, &amplitudes, &phases, &lanes, &panel, &line })
        addAndMakeVisible (child);

    back.onClick = [this] {
        if (onBack)
            onBack();
    };
    others.setChosen (number);
    others.setTitle ("Oscillator");
    others.onChoose = [this] (int other) {
        if (onOther)
            onOther (other);
    };
    importing.setTooltip ("Makes the table from a recording. A file can be dropped here as well.");
    importing.onClick = [this] { run ("wavetable.importAudio", {}); };
    exporting.setTooltip ("Writes the table as a recording of 256 waves, as other synths read them.");
    exporting.onClick = [this] { run ("wavetable.exportAudio", {}); };
    more.setTooltip ("What else can be done to the waves.");
    more.onClick = [this] { menu().showMenuAsync (juce::PopupMenu::Options().withTargetComponent (more)); };
    connectDrawing();
    connectLanes();
    connectLine();
    connectPanel();
    update();
}

void WavetablePage::run (const std::string& action, Arguments arguments)
{
    arguments["oscillator"] = number + 1;
    synth.deeds.run (action, std::move (arguments));
}

void WavetablePage::connectDrawing()
{
    const auto refuse = [this] (const juce::String& whyNot) { synth.deeds.say (whyNot, Ink::rose); };
    const auto place = [this] { return Arguments { { "position", position() }, { "group", rows.empty() ? 1 : rows[static_cast<std::size_t> (chosenRow)].first + 1 } }; };

    stack.onPosition = [this] (float to, bool isDone) { moveTo (to, isDone); };
    canvas.onRefused = amplitudes.onRefused = phases.onRefused = refuse;
    canvas.onStroke = [this, place] (const std::vector<WavePoint>& stroke) {
        auto arguments = place();
        arguments["stroke"] = wordsOf (stroke);
        run ("wavetable.draw", std::move (arguments));
    };

    for (auto* bars : { &amplitudes, &phases })
        bars->onDraw = [this, place, bars] (const std::map<int, float>& drawn) {
            std::vector<WavePoint> pairs;

            for (const auto& [harmonic, value] : drawn)
                pairs.push_back ({ static_cast<float> (harmonic), value });

            auto arguments = place();
            arguments["harmonics"] = wordsOf (pairs);
            arguments["of"] = bars == &phases ? "phase" : "amplitude";
            run ("wavetable.drawHarmonics", std::move (arguments));
        };
}

void WavetablePage::connectLanes()
{
    const auto at = [this] (int lane) { return Arguments { { "group", rows[static_cast<std::size_t> (lane)].first + 1 }, { "component", rows[static_cast<std::size_t> (lane)].second + 1 } }; };

    lanes.onPosition = [this] (float to, bool isDone) { moveTo (to, isDone); };
    lanes.onChoose = [this] (int lane, int keyframe) {
        chosenRow = lane;
        chosenKeyframe = keyframe;
        const auto [group, component] = rows[static_cast<std::size_t> (lane)];

        if (const auto* chosen = keyframeAt (recipe, { group, component, keyframe }))
            moveTo (static_cast<float> (chosen->position), true);

        showPosition();
    };
    lanes.onAdd = [this, at] (int lane, int to) {
        auto arguments = at (lane);
        arguments["position"] = to;
        arguments["follow"] = true;
        run ("wavetable.addKeyframe", std::move (arguments));
    };
    const auto carry = [this, at] (const char* action) {
        return [this, at, action] (int lane, int keyframe, int to) {
            auto arguments = at (lane);
            arguments["keyframe"] = keyframe + 1;
            arguments["position"] = to;
            arguments["follow"] = true;
            run (action, std::move (arguments));
        };
    };
    lanes.onMove = carry ("wavetable.moveKeyframe");
    lanes.onDuplicate = carry ("wavetable.duplicateKeyframe");
    lanes.onRemove = [this, at] (int lane, int keyframe) {
        auto arguments = at (lane);
        arguments["keyframe"] = keyframe + 1;
        run ("wavetable.removeKeyframe", std::move (arguments));
    };
}

/** Heard at once; a step of undo when the hand lets go. */
void WavetablePage::moveTo (float to, bool isDone)
{
    hand.turn (frame(), std::round (to));

    if (isDone)
        hand.letGo ("turn " + std::string (infoOf (frame()).name));

    refresh();
}

void WavetablePage::update()
{
    const auto& now = synth.patch().wavetables[static_cast<std::size_t> (number)];

    if (cooked != nullptr && now == recipe)
        return refresh();

    recipe = now;
    cooked = std::make_unique<CookedTable> (recipe);
    stack.setSheet (sheetOf (*cooked));
    showRecipe();
    shown = -1;
    refresh();
}

void WavetablePage::showRecipe()
{
    std::vector<KeyframeLanes::Lane> wanted;
    const auto before = std::exchange (rows, {});

    for (int group = 0; group < static_cast<int> (recipe.groups.size()); ++group)
        for (int component = 0; const auto* found = componentAt (recipe, group, component); ++component)
        {
            auto& lane = wanted.emplace_back();
            const auto* part = wavePartNamed (found->type);
            lane.name = found->type;
            lane.isSource = part != nullptr && part->isSource;

            for (const auto& keyframe : found->keyframes)
                lane.positions.push_back (keyframe.position);

            rows.emplace_back (group, component);
        }

    // What was just added is chosen, so that its knobs are at hand.
    if (rows.size() == before.size() + 1 && ! before.empty())
        chosenRow = static_cast<int> (std::ranges::find_if (rows, [&] (const auto& row) { return std::ranges::find (before, row) == before.end(); }) - rows.begin());

    chosenRow = juce::jlimit (0, std::max (0, static_cast<int> (rows.size()) - 1), chosenRow);
    const auto isLonger = lanes.getHeight() != KeyframeLanes::heightFor (static_cast<int> (wanted.size()));
    lanes.setLanes (std::move (wanted));

    if (isLonger)
        resized();

    repaint();
}

void WavetablePage::refresh()
{
    const auto now = hand.valueOf (frame());

    if (cooked == nullptr || std::exchange (shown, now) == now)
        return;

    stack.setPosition (now);
    lanes.setPosition (now);
    showPosition();
}

void WavetablePage::showPosition()
{
    const auto result = cooked->waveAt (position());
    const auto group = rows.empty() ? 0 : rows[static_cast<std::size_t> (chosenRow)].first;
    const auto* source = componentAt (recipe, group, 0);
    const auto* part = source != nullptr ? wavePartNamed (source->type) : nullptr;
    const auto isDrawn = part != nullptr && part->hasWaves, isLine = part != nullptr && part->hasLines;
    const auto drawn = isDrawn ? cookedWave (*source, position()) : result;
    const auto whyNot = isDrawn ? juce::String() : juce::String (notDrawable);
    const auto harmonics = harmonicsOf (drawn);
    canvas.setWave (drawn, result, whyNot);
    canvas.setVisible (! isLine);
    line.setVisible (isLine);
    amplitudes.setHarmonics (harmonics, whyNot);
    phases.setHarmonics (harmonics, whyNot);

    if (isLine)
        line.setLine (lineNear (*source, position()), result);

    // The chosen keyframe is the one that is looked at.
    const auto* chosen = rows.empty() ? nullptr : componentAt (recipe, group, rows[static_cast<std::size_t> (chosenRow)].second);
    const auto found = chosen != nullptr ? std::ranges::find (chosen->keyframes, position(), &WaveKeyframe::position) : std::vector<WaveKeyframe>::const_iterator();
    chosenKeyframe = chosen != nullptr && found != chosen->keyframes.end() ? static_cast<int> (found - chosen->keyframes.begin()) : -1;
    lanes.setChosen (chosenRow, chosenKeyframe);
    panel.show (recipe, group, rows.empty() ? 0 : rows[static_cast<std::size_t> (chosenRow)].second, position());

    if (stack.getHeight() + panel.getHeight() > 0 && panel.getHeight() != panel.heightFor (panel.getWidth()))
        resized();
}

int WavetablePage::leastHeight() const
{
    const auto right = canvasHeight + harmonicsHeight + phasesHeight + 2 * space::near, left = stackHeight + tallestPanel + space::near;
    return barHeight + std::max (left, right) + KeyframeLanes::heightFor (static_cast<int> (rows.size())) + 4 * space::gap;
}

void WavetablePage::resized()
{
    auto area = getLocalBounds().reduced (space::gap, 0);
    auto bar = area.removeFromTop (barHeight).reduced (0, 2);
    back.setBounds (bar.removeFromLeft (30));

    for (auto* button : { &more, &exporting, &importing })
    {
        button->setBounds (bar.removeFromRight (button->idealWidth()));
        bar.removeFromRight (space::near);
    }

    others.setBounds (bar.removeFromRight (others.idealWidth()));
    area.removeFromTop (space::close);
    area.removeFromBottom (space::gap);
    lanes.setBounds (area.removeFromBottom (KeyframeLanes::heightFor (static_cast<int> (rows.size()))));
    area.removeFromBottom (space::near);
    auto side = area.removeFromLeft (std::min (sideWidth, area.getWidth() / 3));
    panel.setBounds (side.removeFromBottom (panel.heightFor (side.getWidth())));
    side.removeFromBottom (space::near);
    stack.setBounds (side);
    area.removeFromLeft (space::near);
    phases.setBounds (area.removeFromBottom (phasesHeight));
    area.removeFromBottom (space::near);
    amplitudes.setBounds (area.removeFromBottom (harmonicsHeight));
    area.removeFromBottom (space::near);
    canvas.setBounds (area);
    line.setBounds (area);
}

void WavetablePage::paint (juce::Graphics& g)
{
    const auto& t = tokens (*this);
    g.fillAll (t[Ink::panel]);
    const auto face = font (*this, Face::nameStrong, textSize::title);
    auto row = juce::Rectangle<int> (back.getRight() + space::near, back.getY(), std::max (0, others.getX() - back.getRight() - 2 * space::near), back.getHeight());
    const auto words = "Wavetable " + juce::String (number + 1);
    drawWords (g, words, row, face, t[Ink::text]);
    row.removeFromLeft (widthOf (words, face) + space::near);
    drawWords (g, recipe.name, row, font (*this, Face::name, textSize::body), t[Ink::mute]);
}

void WavetablePage::paintOverChildren (juce::Graphics& g)
{
    if (isDroppingOn)
        paintDropHint (g, getLocalBounds().toFloat().reduced (2), tokens (*this));
}

bool WavetablePage::keyPressed (const juce::KeyPress& key)
{
    if (key != juce::KeyPress (juce::KeyPress::escapeKey) || ! onBack)
        return false;

    onBack();
    return true;
}

bool WavetablePage::isInterestedInFileDrag (const juce::StringArray& files) { return files.size() == 1 && isSoundFile (files[0].toStdString()); }

void WavetablePage::fileDragEnter (const juce::StringArray&, int, int)
{
    isDroppingOn = true;
    repaint();
}

void WavetablePage::fileDragExit (const juce::StringArray&)
{
    isDroppingOn = false;
    repaint();
}

void WavetablePage::filesDropped (const juce::StringArray& files, int, int)
{
    fileDragExit (files);
    run ("wavetable.importAudio", { { "file", files[0].toStdString() } });
}

} // namespace athanor
