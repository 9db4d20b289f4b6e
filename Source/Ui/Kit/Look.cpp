// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Look.h"

namespace athanor
{

Look::Look (ThemeKind kind)
    : theme (&tokensOf (kind))
{
    applyColours();
    setDefaultLookAndFeel (this);
}

Look::~Look()
{
    if (&getDefaultLookAndFeel() == this)
        setDefaultLookAndFeel (nullptr);

    juce::Typeface::clearTypefaceCache();
}

const Look& Look::of (const juce::Component& component)
{
    if (auto* own = dynamic_cast<const Look*> (&component.getLookAndFeel()))
        return *own;

    auto* standard = dynamic_cast<const Look*> (&getDefaultLookAndFeel());
    jassert (standard != nullptr); // the application must own a Look for as long as it has components
    return *standard;
}

void Look::setTheme (ThemeKind kind)
{
    theme = &tokensOf (kind);
    applyColours();

    auto& desktop = juce::Desktop::getInstance();

    for (int i = 0; i < desktop.getNumComponents(); ++i)
    {
        desktop.getComponent (i)->sendLookAndFeelChange();
        desktop.getComponent (i)->repaint();
    }
}

void Look::setScale (float scale)
{
    juce::Desktop::getInstance().setGlobalScaleFactor (juce::jlimit (0.5f, 3.0f, scale));
}

float Look::scale() const { return juce::Desktop::getInstance().getGlobalScaleFactor(); }

juce::Typeface::Ptr Look::getTypefaceForFont (const juce::Font& font)
{
    const auto name = font.getTypefaceName();

    if (name == juce::Font::getDefaultMonospacedFontName() || name.startsWith ("JetBrains"))
        return typefaces.typeface (font.isBold() ? Face::numberStrong : Face::number);

    if (name == juce::Font::getDefaultSansSerifFontName() || name.startsWith ("Inter"))
        return typefaces.typeface (font.isBold() ? Face::nameStrong : Face::name);

    return LookAndFeel_V4::getTypefaceForFont (font);
}

void Look::applyColours()
{
    const auto& t = *theme;
    const auto clear = juce::Colours::transparentBlack;

    const std::initializer_list<std::pair<int, juce::Colour>> dressed {
        { juce::ResizableWindow::backgroundColourId, t[Ink::window] },
        { juce::DocumentWindow::textColourId, t[Ink::text] },
        { juce::PopupMenu::backgroundColourId, t[Ink::raised] },
        { juce::PopupMenu::textColourId, t[Ink::text] },
        { juce::PopupMenu::headerTextColourId, t[Ink::mute] },
        { juce::PopupMenu::highlightedBackgroundColourId, t[Ink::chosen] },
        { juce::PopupMenu::highlightedTextColourId, t[Ink::text] },
        { juce::TextEditor::backgroundColourId, t[Ink::window] },
        { juce::TextEditor::textColourId, t[Ink::text] },
        { juce::TextEditor::highlightColourId, t[Ink::ember].withAlpha (0.35f) },
        { juce::TextEditor::highlightedTextColourId, t[Ink::text] },
        { juce::TextEditor::outlineColourId, t[Ink::line] },
        { juce::TextEditor::focusedOutlineColourId, t[Ink::ember] },
        { juce::CaretComponent::caretColourId, t[Ink::ember] },
        { juce::Label::textColourId, t[Ink::text] },
        { juce::Label::textWhenEditingColourId, t[Ink::text] },
        { juce::ComboBox::backgroundColourId, t[Ink::window] },
        { juce::ComboBox::textColourId, t[Ink::text] },
        { juce::ComboBox::outlineColourId, t[Ink::line] },
        { juce::ComboBox::arrowColourId, t[Ink::mute] },
        { juce::ListBox::backgroundColourId, clear },
        { juce::ListBox::textColourId, t[Ink::text] },
        { juce::ListBox::outlineColourId, clear },
        { juce::TextButton::buttonColourId, t[Ink::control] },
        { juce::TextButton::buttonOnColourId, t[Ink::ember] },
        { juce::TextButton::textColourOffId, t[Ink::text] },
        { juce::TextButton::textColourOnId, t[Ink::onAccent] },
        { juce::ToggleButton::textColourId, t[Ink::text] },
        { juce::ScrollBar::thumbColourId, t[Ink::faint] },
        { juce::TooltipWindow::backgroundColourId, t[Ink::raised] },
        { juce::TooltipWindow::textColourId, t[Ink::text] },
        { juce::AlertWindow::backgroundColourId, t[Ink::raised] },
        { juce::AlertWindow::textColourId, t[Ink::text] },
        { juce::AlertWindow::outlineColourId, t[Ink::line] },
        { juce::DirectoryContentsDisplayComponent::highlightColourId, t[Ink::chosen] },
        { juce::DirectoryContentsDisplayComponent::textColourId, t[Ink::text] },
        { juce::DirectoryContentsDisplayComponent::highlightedTextColourId, t[Ink::text] },
        { juce::FileBrowserComponent::currentPathBoxBackgroundColourId, t[Ink::window] },
        { juce::FileBrowserComponent::currentPathBoxTextColourId, t[Ink::text] },
        { juce::FileBrowserComponent::currentPathBoxArrowColourId, t[Ink::mute] },
        { juce::FileBrowserComponent::filenameBoxBackgroundColourId, t[Ink::window] },
        { juce::FileBrowserComponent::filenameBoxTextColourId, t[Ink::text] },
    };

    for (auto& [id, colour] : dressed)
        setColour (id, colour);
}

void Look::drawTextLayout (juce::Graphics& g, const juce::String& text, int width, int height) const
{
    g.setColour ((*theme)[Ink::text]);
    g.setFont (typefaces.font (Face::name, textSize::small));
    g.drawFittedText (text, space::near, space::tight, width - 2 * space::near, height - 2 * space::tight, juce::Justification::centredLeft, 12, 1.0f);
}

juce::Rectangle<int> Look::getTooltipBounds (const juce::String& tip, juce::Point<int> at, juce::Rectangle<int> parentArea)
{
    const auto font = typefaces.font (Face::name, textSize::small);
    juce::AttributedString words (tip);
    words.setFont (font);
    juce::TextLayout layout;
    layout.createLayout (words, 320.0f);

    const auto width = static_cast<int> (std::ceil (layout.getWidth())) + 2 * space::near + 2;
    const auto height = static_cast<int> (std::ceil (layout.getHeight())) + 2 * space::close;

    return juce::Rectangle<int> (at.x > parentArea.getCentreX() ? at.x - width - space::pad : at.x + space::wide,
                                 at.y > parentArea.getCentreY() ? at.y - height - space::close : at.y + space::wide,
                                 width,
                                 height)
        .constrainedWithin (parentArea);
}

void Look::drawTooltip (juce::Graphics& g, const juce::String& tip, int width, int height)
{
    g.fillAll ((*theme)[Ink::raised]);
    g.setColour ((*theme)[Ink::line]);
    g.drawRect (0, 0, width, height);

    juce::AttributedString words;
    words.append (tip, typefaces.font (Face::name, textSize::small), (*theme)[Ink::text]);
    words.setJustification (juce::Justification::centredLeft);
    words.draw (g, juce::Rectangle<int> (width, height).reduced (space::near, 0).toFloat());
}

juce::Font Look::getLabelFont (juce::Label&) { return typefaces.font (Face::name, textSize::body); }

juce::Font Look::getAlertWindowTitleFont() { return typefaces.font (Face::nameStrong, textSize::title); }

juce::Font Look::getAlertWindowMessageFont() { return typefaces.font (Face::name, textSize::body); }

juce::Font Look::getAlertWindowFont() { return typefaces.font (Face::name, textSize::body); }

void Look::drawAlertBox (juce::Graphics& g, juce::AlertWindow& alert, const juce::Rectangle<int>& textArea, juce::TextLayout& layout)
{
    const auto area = alert.getLocalBounds().toFloat().reduced (0.5f);
    g.setColour ((*theme)[Ink::raised]);
    g.fillRoundedRectangle (area, radius::card);
    g.setColour ((*theme)[Ink::line]);
    g.drawRoundedRectangle (area, radius::card, 1.0f);
    layout.draw (g, textArea.toFloat());
}

} // namespace athanor
