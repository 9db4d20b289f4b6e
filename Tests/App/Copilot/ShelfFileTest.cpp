// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Copilot/ShelfFile.h"

#include "App/Copilot/PatchExam.h"
#include "Compose/Sound/MacroDress.h"
#include "Store/AtomicFile.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

namespace athanor
{

TEST (ShelfFile, hasEveryPresetAndTemplateThatComesWithTheProgram)
{
    std::size_t presets = 0;

    for (const auto& entry : std::filesystem::recursive_directory_iterator (repositoryRoot() / "Presets"))
        if (entry.path().extension() == ".json")
        {
            ++presets;
            const auto id = entry.path().parent_path().filename().string() + "/" + entry.path().stem().string();
            EXPECT_NE (examShelf().baseNamed (id), nullptr) << id << " is not in Templates/heard.json: athanor presets --hear";
        }

    EXPECT_EQ (examShelf().bases().size(), presets + examShelf().templates().size());

    for (const auto& form : examShelf().templates())
        EXPECT_NE (examShelf().baseNamed (form.id), nullptr) << form.id;
}

TEST (ShelfFile, saysOfASoundWhatIsHeardOfIt)
{
    for (const auto* id : { "Pad/Warm Tape", "Bass/Foundry", "bell-fm", "Keys/Felt" })
    {
        const auto* base = examShelf().baseNamed (id);
        ASSERT_NE (base, nullptr) << id;
        const auto patch = examShelf().load (*base);
        ASSERT_TRUE (patch) << patch.failure().message;
        const auto heard = patchEar().listen (std::span (&*patch, 1)).front();
        EXPECT_NEAR (base->timbre.brightness, heard.brightness, 0.02 * heard.brightness) << id;
        EXPECT_NEAR (base->timbre.level, heard.level, 0.2) << id;
        EXPECT_NEAR (base->timbre.width, heard.width, 0.02) << id;
        const auto features = featuresHeard (*patch);
        EXPECT_EQ (std::set<SoundFeature> (base->features.begin(), base->features.end()), features) << id;
    }
}

TEST (ShelfFile, aListThatIsDamagedIsOneSentence)
{
    const TemporaryFolder folder;
    ASSERT_TRUE (writeFile (folder.path / "heard.json", "[{\"id\":\"Pad/A\"}]"));
    const auto places = ShelfPlaces { repositoryRoot() / "Presets", repositoryRoot() / "Templates" / "macros", folder.path / "heard.json" };
    EXPECT_FALSE (loadShelf (places));
    EXPECT_FALSE (loadShelf ({ places.presets, places.templates, folder.path / "none.json" }));
    EXPECT_FALSE (loadShelf ({ places.presets, folder.path / "none", repositoryRoot() / "Templates" / "heard.json" }));
}

} // namespace athanor
