using DeployRisk.Web.Features.Account;

namespace DeployRisk.Web.Tests.Account;

public sealed class CommonPasswordsTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("Password2026!")]
    [InlineData("1234567890123")]
    [InlineData("qwertyuiopas")]
    [InlineData("azertyuiopqs")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abc1abc1abc1")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("ada.byron@example.org")]
    [InlineData("byronbyron12")]
    [InlineData("!!!sunshine!!!2026")]
    public void WhatIsTriedFirst_IsRefused(string password) => Assert.True(CommonPasswords.IsGuessed(password, "ada.byron@example.org", "Ada Byron"));

    [Theory]
    [InlineData("an easy sentence")]
    [InlineData("correct horse battery staple")]
    [InlineData("le chat dort sur le mur")]
    [InlineData("Zx9-kkq.Wb27-pp")]
    [InlineData("byron likes long walks at night")]
    public void OtherPasswords_AreNot(string password) => Assert.False(CommonPasswords.IsGuessed(password, "ada.byron@example.org", "Ada Byron"));
}
