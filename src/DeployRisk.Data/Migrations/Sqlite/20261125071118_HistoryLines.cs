using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DeployRisk.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HistoryLines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FloorLine",
                table: "Results",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "GoLine",
                table: "Results",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "NoGoLine",
                table: "Results",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "VisitBefore",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "VisitBegan",
                table: "AspNetUsers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_ProductId_SubmittedAt_Id",
                table: "Assessments",
                columns: new[] { "ProductId", "SubmittedAt", "Id" });

            // Every version until now had these lines; the stored documents do not hold them.
            migrationBuilder.Sql("""
                UPDATE "Results" SET
                    "GoLine" = CASE "Tier" WHEN 4 THEN 80 WHEN 3 THEN 70 WHEN 2 THEN 60 ELSE 50 END,
                    "FloorLine" = CASE "Tier" WHEN 4 THEN 50 WHEN 3 THEN 50 ELSE 40 END,
                    "NoGoLine" = CASE "Tier" WHEN 4 THEN 60 WHEN 3 THEN 50 WHEN 2 THEN 40 ELSE 30 END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Assessments_ProductId_SubmittedAt_Id",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "FloorLine",
                table: "Results");

            migrationBuilder.DropColumn(
                name: "GoLine",
                table: "Results");

            migrationBuilder.DropColumn(
                name: "NoGoLine",
                table: "Results");

            migrationBuilder.DropColumn(
                name: "VisitBefore",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "VisitBegan",
                table: "AspNetUsers");
        }
    }
}
