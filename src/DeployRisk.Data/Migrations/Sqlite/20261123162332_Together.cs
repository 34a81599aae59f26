using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeployRisk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Together : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Earlier",
                table: "OtherRisks",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "CopiedFromId",
                table: "Assessments",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CopiedFromRelease",
                table: "Assessments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EarlierNotes",
                table: "Answers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "NoteAt",
                table: "Answers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "NoteBy",
                table: "Answers",
                type: "BLOB",
                nullable: true);

            // Who wrote a note was not kept until now: most likely who answered.
            migrationBuilder.Sql("UPDATE \"Answers\" SET \"NoteBy\" = \"GivenBy\", \"NoteAt\" = \"GivenAt\" WHERE \"Note\" <> ''");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Earlier",
                table: "OtherRisks");

            migrationBuilder.DropColumn(
                name: "CopiedFromId",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "CopiedFromRelease",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "EarlierNotes",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "NoteAt",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "NoteBy",
                table: "Answers");
        }
    }
}
