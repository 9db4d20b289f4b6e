// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Kit/Overlay.h"

#include "Ui/Kit/Dialog.h"
#include "Ui/Kit/KitFixture.h"

namespace athanor
{

namespace
{

class OverlayTest : public KitTest
{
public:
    void SetUp() override
    {
        window.setSize (900, 600);
        window.setVisible (true);
        window.addAndMakeVisible (overlay);
        overlay.setBounds (window.getLocalBounds());
    }

    juce::Component window;
    Overlay overlay;
    const juce::KeyPress escape { juce::KeyPress::escapeKey }, enter { juce::KeyPress::returnKey };
};

std::unique_ptr<Question> askToSave (juce::String& chosen)
{
    return std::make_unique<Question> ("Save the song?",
                                       "\"Night Ferry\" has changes that are only in the journal. They come back when you open it again, but not on another machine.",
                                       std::vector<Answer> { { "Save", [&] { chosen = "Save"; }, Answer::Kind::primary }, { "Don't save", [&] { chosen = "Don't save"; }, Answer::Kind::danger }, { "Cancel", [&] { chosen = "Cancel"; } } });
}

} // namespace

TEST_F (OverlayTest, isNotThereUntilItHasASheetAndAgainAfterwards)
{
    juce::String chosen;
    EXPECT_EQ (window.getComponentAt (100, 100), &window);
    overlay.show (askToSave (chosen));
    EXPECT_EQ (window.getComponentAt (100, 100), &overlay);
    EXPECT_TRUE (overlay.isVisible());
    save (picture (overlay), "question");
    EXPECT_TRUE (overlay.keyPressed (escape));
    EXPECT_FALSE (overlay.isVisible());
    EXPECT_EQ (chosen, juce::String());
}

TEST_F (OverlayTest, letsNoKeyThroughToWhatLiesBelow)
{
    juce::String chosen;
    overlay.show (askToSave (chosen));
    EXPECT_TRUE (overlay.keyPressed (juce::KeyPress ('q')));
}

TEST_F (OverlayTest, stacksSheetsAndClosesTheUppermostFirst)
{
    juce::String chosen;
    overlay.show (askToSave (chosen));
    auto* below = overlay.current();
    overlay.show (askToSave (chosen));
    EXPECT_NE (overlay.current(), below);
    overlay.dismiss();
    EXPECT_EQ (overlay.current(), below);
}

TEST_F (OverlayTest, takesReturnForThePrimaryAnswer)
{
    juce::String chosen;
    overlay.show (askToSave (chosen));
    EXPECT_TRUE (overlay.current()->keyPressed (enter));
    deliverMessages();
    EXPECT_EQ (chosen, juce::String ("Save"));
    EXPECT_EQ (overlay.current(), nullptr);
}

TEST_F (OverlayTest, keepsSheetsWithinASmallWindow)
{
    juce::String chosen;
    window.setSize (300, 200);
    overlay.setBounds (window.getLocalBounds());
    overlay.show (askToSave (chosen));
    EXPECT_TRUE (overlay.getLocalBounds().contains (overlay.current()->getBounds()));
}

TEST_F (OverlayTest, mayOpenTheNextQuestionFromAnAnswer)
{
    juce::String chosen;
    overlay.show (std::make_unique<Question> ("First", "One.", std::vector<Answer> { { "Next", [&] { overlay.show (askToSave (chosen)); }, Answer::Kind::primary } }));
    dynamic_cast<Question*> (overlay.current())->answer ("Next");
    deliverMessages();
    ASSERT_NE (overlay.current(), nullptr);
    EXPECT_EQ (overlay.current()->getTitle(), juce::String ("Save the song?"));
    overlay.dismiss();
    EXPECT_EQ (overlay.current(), nullptr) << "the first one was answered";
}

TEST_F (OverlayTest, showsAFormReturnsItsValuesAndStaysOpenWhileItHasAComplaint)
{
    Form::Values accepted;
    auto sheet = std::make_unique<Form> ("Sync with a bucket",
                                         std::vector<FormField> { { .id = "address", .label = "Address", .hint = "https://s3.example.org" },
                                                                  { .id = "bucket", .label = "Bucket", .value = "studio" },
                                                                  { .id = "secret", .label = "Secret key", .kind = FormField::Kind::secret, .doc = "Kept in the key store of the system." },
                                                                  { .id = "parallel", .label = "At once", .kind = FormField::Kind::number, .value = 4 },
                                                                  { .id = "when", .label = "When", .kind = FormField::Kind::choice, .value = 1, .choices = { "By hand", "On saving" } },
                                                                  { .id = "stems", .label = "With stems", .kind = FormField::Kind::toggle, .value = true } },
                                         "Connect",
                                         [&] (const Form::Values& values) {
                                             if (values["address"].toString().isEmpty())
                                                 return juce::String ("Where is the bucket?");

                                             accepted = values;
                                             return juce::String();
                                         });
    auto& form = *sheet;
    overlay.show (std::move (sheet));
    form.accept();
    deliverMessages();
    EXPECT_EQ (form.complaint(), juce::String ("Where is the bucket?"));
    save (picture (overlay), "form");
    ASSERT_EQ (overlay.current(), &form);

    form.setValue ("address", "https://s3.example.org");
    form.setValue ("when", 0);
    form.setValue ("stems", false);
    EXPECT_TRUE (form.keyPressed (enter));
    deliverMessages();
    EXPECT_EQ (overlay.current(), nullptr);
    EXPECT_EQ (accepted["bucket"].toString(), juce::String ("studio"));
    EXPECT_EQ (static_cast<double> (accepted["parallel"]), 4.0);
    EXPECT_EQ (static_cast<int> (accepted["when"]), 0);
    EXPECT_FALSE (static_cast<bool> (accepted["stems"]));
}

} // namespace athanor
