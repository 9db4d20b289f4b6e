// SPDX-License-Identifier: GPL-3.0-or-later
#include "Host/HostFixture.h"

namespace athanor
{

namespace
{
constexpr double patienceSeconds = 30;
}

bool HostTest::becomesTrue (const std::function<bool()>& answer)
{
    const auto end = juce::Time::getMillisecondCounterHiRes() + patienceSeconds * 1000;

    while (! answer())
    {
        if (juce::Time::getMillisecondCounterHiRes() > end)
            return false;

        juce::MessageManager::getInstance()->runDispatchLoopUntil (5);
    }

    return true;
}

void HostTest::runFor (double seconds) { juce::MessageManager::getInstance()->runDispatchLoopUntil (static_cast<int> (seconds * 1000)); }

std::filesystem::path copyOfTemplate (const std::string& name, const TemporaryFolder& folder)
{
    const auto copy = folder.path / name;
    std::filesystem::copy (repositoryRoot() / "Templates" / name, copy, std::filesystem::copy_options::recursive);
    return copy;
}

} // namespace athanor
