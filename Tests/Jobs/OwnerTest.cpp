// SPDX-License-Identifier: GPL-3.0-or-later
#include "Jobs/Owner.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace athanor
{

TEST (Owner, livesAsLongAsItsProcess)
{
    EXPECT_FALSE (isDead (newOwner()));
    EXPECT_NE (newOwner(), newOwner());

    int ends[2] {};
    ASSERT_EQ (::pipe (ends), 0);
    const auto child = ::fork();

    if (child == 0)
    {
        const auto owner = newOwner();
        ::_exit (::write (ends[1], owner.data(), owner.size()) > 0 ? 0 : 1);
    }

    ::close (ends[1]);
    std::string owner (1'000, ' ');
    owner.resize (static_cast<std::size_t> (std::max<ssize_t> (0, ::read (ends[0], owner.data(), owner.size()))));
    ::close (ends[0]);
    EXPECT_FALSE (isDead (owner)) << "it is not collected yet";
    ::waitpid (child, nullptr, 0);
    EXPECT_TRUE (isDead (owner));
}

TEST (Owner, isNotSaidToBeDeadWhenThatCannotBeKnown)
{
    EXPECT_FALSE (isDead (""));
    EXPECT_FALSE (isDead ("another-machine boot 1 0123456789abcdef"));
}

} // namespace athanor
