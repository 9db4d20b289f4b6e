// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Jobs/JobTools.h"

#include "App/Jobs/AnalyseJob.h"
#include "App/Jobs/BundleJob.h"
#include "App/Jobs/ImportJob.h"
#include "App/Jobs/RenderJob.h"
#include "App/Jobs/TimbreJob.h"

#include <cstdio>

namespace athanor
{

std::string written (const char* format, double number)
{
    char text[64];
    std::snprintf (text, sizeof text, format, number);
    return text;
}

JobKinds allJobKinds (JobPlace& place)
{
    return { { renderKind, [&place] (JobContext& context) { return doRender (context, place); } },
             { importKind, [&place] (JobContext& context) { return doImport (context, place); } },
             { analyseKind, [&place] (JobContext& context) { return doAnalyse (context, place); } },
             { timbreKind, [&place] (JobContext& context) { return doTimbre (context, place); } },
             { bundleKind, [&place] (JobContext& context) { return doBundle (context, place); } },
             { quietBundleKind, [&place] (JobContext& context) { return doBundle (context, place); } } };
}

const std::set<std::string>& listedKinds()
{
    static const std::set<std::string> kinds { renderKind, importKind, bundleKind };
    return kinds;
}

} // namespace athanor
