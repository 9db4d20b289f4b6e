// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Files/ImportReportSheet.h"

#include "Ui/Kit/Draw.h"

#include <array>

namespace athanor
{

namespace
{
constexpr int margin = 20, titleHeight = 22, sentenceHeight = 20, headingHeight = 30, rowHeight = 40, markWidth = 4;
constexpr std::array kinds { ImportRemark::Kind::lost, ImportRemark::Kind::changed, ImportRemark::Kind::damaged };

Ink inkOf (ImportRemark::Kind kind)
{
    return kind == ImportRemark::Kind::lost ? Ink::rose : kind == ImportRemark::Kind::changed ? Ink::gold
                                                                                              : Ink::violet;
}

int countOf (const std::vector<ImportRemark>& remarks, ImportRemark::Kind kind)
{
    return static_cast<int> (std::count_if (remarks.begin(), remarks.end(), [kind] (const ImportRemark& remark) { return remark.kind == kind; }));
}

/** "Instruments 3 and 7, 12 times. Its settings are kept, not played." */
juce::String secondLine (const ImportRemark& remark)
{
    auto line = juce::String (remark.where);
    line = line.substring (0, 1).toUpperCase() + line.substring (1);

    if (remark.count > 1)
        line << (line.isEmpty() ? "" : ", ") << remark.count << " times";

    return line + (line.isEmpty() ? "" : ". ") + juce::String (remark.why);
}
} // namespace

class ImportReportSheet::Remarks : public juce::Component
{
public:
    explicit Remarks (const std::vector<ImportRemark>& all) : remarks (all)
    {
        setTitle ("Remarks");
        juce::StringArray words;

        for (const auto& remark : remarks)
            words.add (juce::String (nameOf (remark.kind)) + ": " + juce::String (remark.what) + " " + secondLine (remark));

        setDescription (words.joinIntoString (" "));
    }

    int idealHeight() const
    {
        auto height = 0;

        for (const auto kind : kinds)
            if (const auto count = countOf (remarks, kind); count > 0)
                height += headingHeight + count * rowHeight;

        return height;
    }

    void paint (juce::Graphics& g) override
    {
        const auto& t = tokens (*this);
        auto area = getLocalBounds();

        for (const auto kind : kinds)
        {
            const auto count = countOf (remarks, kind);

            if (count == 0)
                continue;

            drawWords (g, juce::String (nameOf (kind)) + "  " + juce::String (count), area.removeFromTop (headingHeight), font (*this, Face::nameStrong, textSize::device), t[inkOf (kind)]);

            for (const auto& remark : remarks)
                if (remark.kind == kind)
                    paintRow (g, remark, area.removeFromTop (rowHeight));
        }
    }

private:
    void paintRow (juce::Graphics& g, const ImportRemark& remark, juce::Rectangle<int> area) const
    {
        const auto& t = tokens (*this);
        area = area.reduced (0, 2);
        g.setColour (t[Ink::raised]);
        g.fillRoundedRectangle (area.toFloat(), radius::small);
        g.setColour (t[inkOf (remark.kind)]);
        g.fillRoundedRectangle (area.removeFromLeft (markWidth).toFloat(), 2);
        area = area.reduced (space::gap, 3);
        const auto second = secondLine (remark);
        drawWords (g, remark.what, second.isEmpty() ? area : area.removeFromTop (area.getHeight() / 2), font (*this, Face::name, textSize::body), t[Ink::text]);

        if (second.isNotEmpty())
            drawWords (g, second, area, font (*this, Face::name, textSize::small), t[Ink::mute]);
    }

    const std::vector<ImportRemark>& remarks;
};

ImportReportSheet::ImportReportSheet (std::vector<ImportRemark> all, const juce::String& name)
    : Sheet ("Import report"), remarks (std::move (all)), fileName (name), content (std::make_unique<Remarks> (remarks))
{
    setDescription (summary());
    view.setViewedComponent (content.get(), false);
    view.setScrollBarThickness (measure::scrollbar);
    view.setWantsKeyboardFocus (true);
    view.setTitle ("Remarks");
    copy.onClick = [this] {
        juce::SystemClipboard::copyTextToClipboard (textOf (remarks, fileName.toStdString()));
        copy.setButtonText ("Copied");
        resized();
    };
    close.setPrimary (true);
    close.onClick = [this] { dismiss(); };

    for (auto* child : std::initializer_list<juce::Component*> { &view, &copy, &close })
        addAndMakeVisible (child);
}

ImportReportSheet::~ImportReportSheet() = default;

juce::String ImportReportSheet::summary() const
{
    static constexpr std::array words { "not heard", "not quite the same", "damaged in the file" };
    juce::StringArray parts;

    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (const auto count = countOf (remarks, kinds[i]); count > 0)
            parts.add (juce::String (count) + (parts.isEmpty() ? (count == 1 ? " thing is " : " things are ") : count == 1 ? " is "
                                                                                                                           : " are ") +
                       words[i]);

    return parts.isEmpty() ? juce::String ("Everything in this file is heard as it was.") : parts.joinIntoString (", ") + ".";
}

juce::Point<int> ImportReportSheet::idealSize (juce::Rectangle<int> window) const
{
    const auto height = 2 * margin + titleHeight + sentenceHeight + space::wide + space::wide + measure::button + content->idealHeight();
    return { juce::jmin (640, window.getWidth()), juce::jlimit (180, juce::jmax (180, juce::jmin (620, window.getHeight())), height) };
}

juce::Component* ImportReportSheet::firstFocus() { return &close; }

void ImportReportSheet::paint (juce::Graphics& g)
{
    Sheet::paint (g);
    const auto& t = tokens (*this);
    auto area = getLocalBounds().reduced (margin);
    drawWords (g, "How " + fileName + " was read", area.removeFromTop (titleHeight), font (*this, Face::nameStrong, 15), t[Ink::text]);
    area.removeFromTop (space::tight);
    drawWords (g, summary(), area.removeFromTop (sentenceHeight), font (*this, Face::name, textSize::body), t[Ink::mute]);
}

void ImportReportSheet::resized()
{
    auto area = getLocalBounds().reduced (margin);
    auto line = area.removeFromBottom (measure::button);
    close.setBounds (line.removeFromRight (juce::jmax (72, close.idealWidth())));
    line.removeFromRight (space::near);
    copy.setBounds (line.removeFromRight (juce::jmax (72, copy.idealWidth())));
    area.removeFromTop (titleHeight + space::tight + sentenceHeight + space::near);
    view.setBounds (area.withTrimmedBottom (space::wide));
    content->setSize (view.getWidth() - (content->idealHeight() > view.getHeight() ? measure::scrollbar + 2 : 0), juce::jmax (1, content->idealHeight()));
}

bool ImportReportSheet::keyPressed (const juce::KeyPress& key)
{
    const auto lines = key == juce::KeyPress::downKey ? 1 : key == juce::KeyPress::upKey ? -1
                                                                                         : 0;

    if (lines == 0)
        return Sheet::keyPressed (key);

    view.setViewPosition (0, view.getViewPositionY() + lines * rowHeight);
    return true;
}

} // namespace athanor
