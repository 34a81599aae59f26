using System.Runtime.CompilerServices;
using DeployRisk.TestKit.Databases;

namespace DeployRisk.Data.Tests;

/// <summary>The tests of this assembly ask for a database and get one on PostgreSQL.</summary>
internal static class OnPostgreSql
{
#pragma warning disable CA2255 // It has to be said before the first test of any class.
    [ModuleInitializer]
    internal static void Choose() => TestDatabase.Provider = DatabaseProvider.PostgreSql;
#pragma warning restore CA2255
}
