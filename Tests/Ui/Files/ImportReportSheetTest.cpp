// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Files/ImportReportSheet.h"

#include "App/LoadProject.h"
#include "Ui/Files/FilesFixture.h"

namespace athanor
{

namespace
{
using Kind = ImportRemark::Kind;

struct ImportReportSheetTest : FilesTest
{
    const std::vector<ImportRemark> remarks {
        { Kind::lost, "A filter envelope is not played.", "instruments 3 and 7", "It is kept.", 2 },
        { Kind::lost, "Filter and MIDI commands (Z) are kept, not played.", "channels 1, 2 and 5", "Channel filters are not there yet.", 214 },
        { Kind::changed, "A surround channel plays in the middle.", "channel 4", "There is no surround here.", 1 },
        { Kind::damaged, "A sample breaks off.", "sample 12", "The file is damaged or was not copied whole.", 1 },
    };
};
} // namespace

TEST_F (ImportReportSheetTest, saysHowMuchIsNotAsItWas)
{
    ImportReportSheet sheet (remarks, "ferry.it");
    EXPECT_EQ (sheet.summary(), "2 things are not heard, 1 is not quite the same, 1 is damaged in the file.");
    EXPECT_EQ (ImportReportSheet ({}, "ferry.it").summary(), "Everything in this file is heard as it was.");
    sheet.setSize (sheet.idealSize ({ 1600, 1000 }).x, sheet.idealSize ({ 1600, 1000 }).y);
    save (picture (sheet), "import-report");
}

TEST_F (ImportReportSheetTest, opensAfterASongOfAnotherProgramAndAgainFromTheMenu)
{
    LoadedProject loaded;
    loaded.project = session.project();
    loaded.report = remarks;
    session.openLoaded (loaded, folder.path / "ferry.it");
    showWhatHappened (deeds);
    auto* sheet = shown<ImportReportSheet>();
    ASSERT_NE (sheet, nullptr);
    sheet->dismiss();
    EXPECT_EQ (shown<ImportReportSheet>(), nullptr);

    deeds.run ("file.importReport");
    EXPECT_NE (shown<ImportReportSheet>(), nullptr);
}

TEST_F (ImportReportSheetTest, isNotThereForAProjectOfOurOwn) { EXPECT_FALSE (deeds.isEnabled ("file.importReport")); }

} // namespace athanor
