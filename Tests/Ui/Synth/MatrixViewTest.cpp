// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/MatrixView.h"

#include "Ui/Synth/SynthFixture.h"

namespace athanor
{

namespace
{
class MatrixTest : public SynthTest
{
public:
    MatrixTest() { view.showMatrix (true); }

    MatrixView& matrix() { return *view.matrix(); }
};
} // namespace

TEST_F (MatrixTest, aModulationIsMadeOnceBothEndsWerePicked)
{
    auto& row = matrix().row (5);
    EXPECT_FALSE (row.isUsed());
    row.setSource (PatchSource::lfo_3);
    EXPECT_FALSE (row.isUsed());
    EXPECT_EQ (row.source.getButtonText(), "LFO 3");
    row.setDestination (Control::filter_1_cutoff);
    EXPECT_TRUE (row.isUsed());
    EXPECT_EQ (patch().slots[5].source, PatchSource::lfo_3);
    EXPECT_EQ (patch().slots[5].destination, Control::filter_1_cutoff);
    EXPECT_EQ (value (Control::modulation_6_amount), 0.25f);

    row.setSource (PatchSource::velocity);
    EXPECT_EQ (patch().slots[5].source, PatchSource::velocity);
    EXPECT_EQ (value (Control::modulation_6_amount), 0.25f) << "how far it goes stays";
    session.undo();
    session.undo();
    EXPECT_FALSE (matrix().row (5).isUsed());
}

TEST_F (MatrixTest, whatIsInUseComesFirstInTheOrderThatWasAskedFor)
{
    const auto make = [this] (int slot, PatchSource source, Control destination, float amount) {
        matrix().row (slot).setSource (source);
        matrix().row (slot).setDestination (destination);
        session.edit ("turn", [&] (Project& project) { setControl (project, instrument, member (Control::modulation_1_amount, slot), amount); });
    };
    make (2, PatchSource::velocity, Control::filter_1_cutoff, 0.1f);
    make (7, PatchSource::env_2, Control::volume, -0.9f);
    make (9, PatchSource::lfo_1, Control::env_1_attack, 0.5f);
    const auto first = [this] { return std::vector (matrix().order().begin(), matrix().order().begin() + 3); };
    EXPECT_EQ (first(), (std::vector { 2, 7, 9 }));
    matrix().sortBy (MatrixView::Order::source);
    EXPECT_EQ (first(), (std::vector { 7, 9, 2 }));
    matrix().sortBy (MatrixView::Order::source);
    EXPECT_EQ (first(), (std::vector { 2, 9, 7 }));
    matrix().sortBy (MatrixView::Order::destination);
    EXPECT_EQ (first(), (std::vector { 9, 2, 7 }));
    matrix().sortBy (MatrixView::Order::amount);
    EXPECT_EQ (first(), (std::vector { 7, 9, 2 }));
    EXPECT_EQ (matrix().order().size(), 64u);
    EXPECT_EQ (matrix().row (7).getY(), 0);
}

TEST_F (MatrixTest, theChosenModulationIsMappedByItsLine)
{
    matrix().row (0).setSource (PatchSource::velocity);
    matrix().row (0).setDestination (Control::filter_1_cutoff);
    matrix().choose (0);
    EXPECT_FALSE (matrix().straighten.isVisible());
    auto& curve = matrix().mapping.curve;
    curve.mouseDoubleClick (eventAt (curve, curve.toPixels ({ 0.25f, 0.8f })));
    ASSERT_TRUE (patch().slots[0].mapping);
    EXPECT_EQ (patch().slots[0].mapping->points.size(), 3u);
    EXPECT_EQ (session.nameOfUndo(), "add point to mapping 1");
    EXPECT_TRUE (matrix().straighten.isVisible());
    matrix().straighten.onClick();
    EXPECT_FALSE (patch().slots[0].mapping);
}

TEST_F (MatrixTest, aRowTurnsSwitchesAndRemoves)
{
    auto& row = matrix().row (0);
    row.setSource (PatchSource::lfo_1);
    row.setDestination (Control::filter_1_cutoff);
    drag (row.powerBar(), { 10, 10 }, { 10, -30 });
    EXPECT_GT (value (Control::modulation_1_power), 0);
    EXPECT_EQ (row.amountBar().thing().text (-0.25f), "-25 %");
    EXPECT_NEAR (*row.amountBar().thing().parse ("40"), 0.4f, 1.0e-6f);
    row.bypass.onClick();
    EXPECT_EQ (value (Control::modulation_1_bypass), 1);
    row.remove.onClick();
    EXPECT_FALSE (row.isUsed());
    EXPECT_FALSE (row.amountBar().isVisible());
}

} // namespace athanor
