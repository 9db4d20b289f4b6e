// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/TextGrid.h"

#include <cmath>

namespace athanor
{

TextGridView::TextGridView() { setOpaque (true); }

void TextGridView::setText (float points, int heightOfRow)
{
    textPoints = points;
    rowHeight = heightOfRow;
    fit (grid.scale());
}

void TextGridView::fit (float scale)
{
    grid.setFont (Look::of (*this).fonts(), textPoints, rowHeight, scale);
    resized();
}

void TextGridView::resized()
{
    if (grid.cellHeight() == 1)
        grid.setFont (Look::of (*this).fonts(), textPoints, rowHeight, grid.scale());

    const auto width = static_cast<float> (getWidth()) * grid.scale(), height = static_cast<float> (getHeight()) * grid.scale();
    grid.setSize (static_cast<int> (std::ceil (width / static_cast<float> (grid.cellWidth()))), static_cast<int> (std::ceil (height / static_cast<float> (grid.cellHeight()))));
    grid.clear (tokens (*this)[Ink::window]);
    layOut();
    repaint();
}

void TextGridView::lookAndFeelChanged() { resized(); }

juce::Point<int> TextGridView::cellAt (juce::Point<float> at) const noexcept
{
    return { static_cast<int> (std::floor (at.x / cellWidth())), static_cast<int> (std::floor (at.y / cellHeight())) };
}

juce::Rectangle<float> TextGridView::boundsOf (int column, int row, int width, int height) const noexcept
{
    return { static_cast<float> (column) * cellWidth(), static_cast<float> (row) * cellHeight(), static_cast<float> (width) * cellWidth(), static_cast<float> (height) * cellHeight() };
}

void TextGridView::flush()
{
    if (const auto changed = grid.paintChanges(); ! changed.isEmpty())
        repaint ((changed.toFloat() / grid.scale()).getSmallestIntegerContainer());
}

void TextGridView::paint (juce::Graphics& g)
{
    const auto scale = g.getInternalContext().getPhysicalPixelScaleFactor();

    if (std::abs (scale - grid.scale()) > 0.001f)
        fit (scale);

    grid.paintChanges();

    // The picture is copied pixel by pixel only when it begins on one: a fraction left by the scale is taken away.
    const auto origin = getTopLevelComponent()->getLocalPoint (this, juce::Point<float>()) * scale;
    const juce::Point<float> rest { origin.x - std::round (origin.x), origin.y - std::round (origin.y) };

    g.drawImageTransformed (grid.picture(), juce::AffineTransform::translation (-rest.x, -rest.y).scaled (1.0f / scale));
}

} // namespace athanor
